/** A growing set of words: open addressing over two hashes; the caller assigns the ids. */
export class Vocabulary {
  /** 0 marks an empty slot. */
  hashes: Int32Array;
  checks: Uint16Array;
  ids: Int32Array;
  mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 64;
    while (capacity < expected * 2) capacity *= 2;
    this.hashes = new Int32Array(capacity);
    this.checks = new Uint16Array(capacity);
    this.ids = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  /** The id of the word, −1 if it is unknown. */
  lookup(hash: number, check: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const found = this.hashes[slot]!;
      if (found === 0) return -1;
      if (found === hash && this.checks[slot] === check) return this.ids[slot]!;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Adds a word unless it is known; returns its id. */
  add(hash: number, check: number, id: number): number {
    if (this.size * 2 >= this.hashes.length) this.#grow();
    let slot = hash & this.mask;
    for (;;) {
      const found = this.hashes[slot]!;
      if (found === 0) break;
      if (found === hash && this.checks[slot] === check) return this.ids[slot]!;
      slot = (slot + 1) & this.mask;
    }
    this.hashes[slot] = hash;
    this.checks[slot] = check;
    this.ids[slot] = id;
    this.size++;
    return id;
  }

  #grow(): void {
    const hashes = this.hashes;
    const checks = this.checks;
    const ids = this.ids;
    const capacity = hashes.length * 2;
    this.hashes = new Int32Array(capacity);
    this.checks = new Uint16Array(capacity);
    this.ids = new Int32Array(capacity);
    this.mask = capacity - 1;
    this.size = 0;
    for (let i = 0; i < hashes.length; i++) {
      if (hashes[i] !== 0) this.add(hashes[i]!, checks[i]!, ids[i]!);
    }
  }
}
