/** What a stream holds; where that is more than `max` bytes, no more of it than tells so. */
export async function gather(chunks: AsyncIterable<Uint8Array>, max: number): Promise<Buffer> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size > max) break;
  }
  return Buffer.concat(held);
}
