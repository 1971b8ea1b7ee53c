import { describe, expect, it } from 'vitest';
import { configOf, pictureOf } from '../../src/charts/picture.ts';
import type { BarsChart } from '../../src/chat/chart.ts';
import { drawn } from './drawn.ts';

const HOSTILE = [
  '__BEGINFUNCTION__globalThis.hacked=1__ENDFUNCTION__',
  '"__BEGINFUNCTION__globalThis.hacked=1__ENDFUNCTION__"',
  '\'"`});globalThis.hacked=1//',
  '\\"};globalThis.hacked=1;({"',
  '\x24{globalThis.hacked=1}',
  '</script><script>globalThis.hacked=1</script>',
  '"plugins":[{}]}',
  'a\u2028globalThis.hacked=1\u2029b',
  'x'.repeat(500),
  '\u202E\u2066gnp.exe',
  '🎉🎉🎉',
  'function(){globalThis.hacked=1}',
  '__proto__',
];

const chart: BarsChart = {
  kind: 'bars',
  title: HOSTILE[0] ?? '',
  // Short enough to reach the configuration whole.
  subtitle: '__BEGINFUNCTION__hacked=1__ENDFUNCTION__',
  rows: HOSTILE.map((text) => ({ label: text, value: 1, text: text.slice(0, 20), note: text, tone: 'main' })),
};

describe('a hostile label', () => {
  it('is data in the text that a QuickChart server evaluates', () => {
    const text = pictureOf(chart).getPostData().chart;
    const evaluated = new Function(`return ${text}`)();
    expect(evaluated.plugins).toHaveLength(1);
    expect(evaluated.data).toEqual(configOf(pictureOf(chart)).data);
    expect(evaluated.options).toEqual(configOf(pictureOf(chart)).options);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  it('is drawn as text or stripped, never run', async () => {
    const { texts } = await drawn(chart);
    expect(texts).toContain(chart.subtitle);
    expect(texts.some((text) => text.startsWith('</script><script'))).toBe(true);
    expect(texts).toContain('gnp.exe');
    expect(texts.every((text) => text.length < 100)).toBe(true);
    expect(texts.join('')).not.toMatch(/[\u2028\u2029\u202e\u2066]|\p{Extended_Pictographic}/u);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  it('that is stripped to nothing leaves a dash beside its bar', async () => {
    const { texts } = await drawn({
      ...chart,
      rows: [{ label: '日本', value: 1, text: '1 tr', tone: 'main' }],
    });
    expect(texts.slice(-2)).toEqual(['–', '1 tr']);
  });
});
