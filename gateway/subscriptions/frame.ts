/** A whole text message, neither masked nor compressed (RFC 6455, section 5.2). */
const FINAL_TEXT = 0x81;
/** Longest payload whose length stands in the second byte itself. */
const SHORT = 125;
const TWO_BYTES_FOLLOW = 126;
const EIGHT_BYTES_FOLLOW = 127;
const MAX_TWO_BYTES = 0xffff;

/** What stands before a server's text message of so many bytes on the wire. */
export function frameHead(length: number): Buffer {
  if (length <= SHORT) return Buffer.from([FINAL_TEXT, length]);
  if (length <= MAX_TWO_BYTES) {
    const head = Buffer.from([FINAL_TEXT, TWO_BYTES_FOLLOW, 0, 0]);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head[0] = FINAL_TEXT;
  head[1] = EIGHT_BYTES_FOLLOW;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
