/**
 * A set of texts that keeps eight bytes or two of each: enough to notice, in a file of millions of
 * transactions, that a name was seen before. Two texts may rarely be taken for one, so a hit is a suspicion.
 */
export class KeySet {
  private slots = new Float64Array(1_024);
  private size = 0;

  /** Adds a text; true when it (or, rarely, another that looks alike) was there already. */
  add(text: string): boolean {
    if (this.size * 2 >= this.slots.length) this.grow();
    return this.put(fingerprint(text));
  }

  private put(key: number): boolean {
    const mask = this.slots.length - 1;
    for (let at = key % this.slots.length; ; at = (at + 1) & mask) {
      const held = this.slots[at];
      if (held === key) return true;
      if (held === 0) {
        this.slots[at] = key;
        this.size += 1;
        return false;
      }
    }
  }

  private grow(): void {
    const held = this.slots;
    this.slots = new Float64Array(held.length * 2);
    this.size = 0;
    for (const key of held) if (key !== 0) this.put(key);
  }
}

/** 52 bits of two multiplicative hashes, never zero. */
function fingerprint(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second ^= second >>> 15;
  }
  return (first >>> 0) * 2 ** 20 + ((second >>> 0) % 2 ** 20) + 1;
}
