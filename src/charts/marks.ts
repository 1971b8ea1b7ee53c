/**
 * The Chart.js plugin that writes what the layout decided (sheet.ts, `Marks`), as text: the same characters
 * run here and on a QuickChart server, where a compiled function would miss its helpers.
 * It must not refer to anything outside itself.
 */
export const MARKS = `{
  id: 'marks',
  beforeDatasetsDraw: function (chart, args, options) {
    var ctx = chart.ctx;
    options.rules.forEach(function (rule) {
      ctx.save();
      ctx.strokeStyle = '#6B7684';
      ctx.lineWidth = 2;
      ctx.setLineDash([3, 6]);
      ctx.beginPath();
      ctx.moveTo(rule.from, rule.y);
      ctx.lineTo(rule.to, rule.y);
      ctx.stroke();
      ctx.restore();
    });
  },
  afterDraw: function (chart, args, options) {
    var ctx = chart.ctx;
    options.texts.forEach(function (mark) {
      ctx.save();
      ctx.font = mark.font;
      ctx.textAlign = mark.align;
      ctx.textBaseline = 'alphabetic';
      ctx.lineJoin = 'round';
      ctx.lineWidth = 5;
      ctx.strokeStyle = '#FFFFFF';
      ctx.strokeText(mark.text, mark.x, mark.y, mark.width);
      ctx.fillStyle = mark.color;
      ctx.fillText(mark.text, mark.x, mark.y, mark.width);
      ctx.restore();
    });
  }
}`;
