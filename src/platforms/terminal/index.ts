export { runLine, type TerminalPorts } from './listen.ts';
