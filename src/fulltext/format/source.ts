/** Where the files of an index are read from: a server, or a folder. */
export interface IndexSource {
  /** Bytes `start` to `end` (exclusive) of a file; the whole file without them. Throws where it cannot be read. */
  read(path: string, start?: number, end?: number): Promise<Uint8Array>
  /** What has been read so far. */
  readonly traffic: { bytes: number; requests: number }
}
