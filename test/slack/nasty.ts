/** Names that would ping, format or hide something if they were obeyed. */
export const nasty = [
  '<!channel> *free*',
  '@everyone & <@U123456> <https://evil.example|Acme>',
  '`rm -rf` _x_ ~y~ > quote',
  ':fire: :tada:',
  'Nguyễn Thị Ánh Tuyết \u202eabc',
  '👩‍👩‍👧‍👦 &lt;b&gt; &amp;',
  'x'.repeat(500),
];
