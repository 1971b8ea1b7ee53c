import { createServer, type Server, type Socket } from 'node:net';

/** Codes of file systems and platforms that cannot hold a Unix socket. */
const socketless = new Set(['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EACCES', 'EINVAL']);

/** Listens on a Unix socket, or on a loopback port where there are none. Resolves to the port, 0 for a socket. */
export async function listen(
  path: string,
  onConnection: (socket: Socket) => void,
): Promise<[Server, number]> {
  const server = createServer(onConnection);
  const at = (where: { path: string } | { host: string; port: number }) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(where, () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    if (process.platform === 'win32') throw Object.assign(new Error(), { code: 'ENOTSUP' });
    await at({ path });
  } catch (error) {
    if (!socketless.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await at({ host: '127.0.0.1', port: 0 });
  }
  const address = server.address();
  return [server, address && typeof address === 'object' ? address.port : 0];
}
