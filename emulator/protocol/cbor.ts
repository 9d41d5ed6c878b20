/**
 * The part of CBOR (RFC 8949) that Smithy's RPC v2 uses: maps with text keys, arrays, texts, bytes, numbers, booleans,
 * null, and instants under tag 1, which are Dates here.
 */
export function encodeCbor(value: unknown): Uint8Array {
  const chunks: Uint8Array[] = [];
  const head = (major: number, argument: number): void => {
    chunks.push(headBytes(major << 5, argument));
  };
  const write = (item: unknown): void => {
    if (item === null || item === undefined) chunks.push(Uint8Array.of(0xf6));
    else if (typeof item === 'boolean') chunks.push(Uint8Array.of(item ? 0xf5 : 0xf4));
    else if (typeof item === 'number') {
      if (Number.isSafeInteger(item)) item < 0 ? head(1, -1 - item) : head(0, item);
      else chunks.push(float64(item));
    } else if (typeof item === 'string') {
      const bytes = Buffer.from(item);
      head(3, bytes.length);
      chunks.push(bytes);
    } else if (item instanceof Uint8Array) {
      head(2, item.length);
      chunks.push(item);
    } else if (item instanceof Date) {
      head(6, 1);
      chunks.push(float64(item.getTime() / 1000));
    } else if (Array.isArray(item)) {
      head(4, item.length);
      for (const element of item) write(element);
    } else {
      const entries = Object.entries(item).filter(([, element]) => element !== undefined);
      head(5, entries.length);
      for (const [key, element] of entries) {
        write(key);
        write(element);
      }
    }
  };
  write(value);
  return Buffer.concat(chunks);
}

function headBytes(major: number, argument: number): Uint8Array {
  if (argument < 24) return Uint8Array.of(major | argument);
  const bytes = Buffer.alloc(9);
  bytes.writeBigUInt64BE(BigInt(argument), 1);
  const [marker, size] =
    argument < 2 ** 8 ? [24, 1] : argument < 2 ** 16 ? [25, 2] : argument < 2 ** 32 ? [26, 4] : [27, 8];
  bytes[8 - size] = major | marker;
  return bytes.subarray(8 - size);
}

function float64(value: number): Uint8Array {
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xfb;
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

/** Throws RangeError or SyntaxError where the bytes are no such CBOR. */
export function decodeCbor(bytes: Uint8Array): unknown {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (size: number): Buffer => {
    if (at + size > view.length) throw new RangeError(`CBOR ends within an item at byte ${at}`);
    at += size;
    return view.subarray(at - size, at);
  };
  const argument = (info: number): number => {
    if (info < 24) return info;
    if (info === 24) return take(1).readUInt8();
    if (info === 25) return take(2).readUInt16BE();
    if (info === 26) return take(4).readUInt32BE();
    if (info === 27) return Number(take(8).readBigUInt64BE());
    throw new SyntaxError(`CBOR has no length ${info} (byte ${at})`);
  };
  const ended = (): boolean => {
    if (view[at] !== 0xff) return false;
    at += 1;
    return true;
  };
  /** Items of a container, whether it says how many or ends with a break. */
  const items = <Item>(info: number, item: () => Item): Item[] => {
    const found: Item[] = [];
    if (info === 31) while (!ended()) found.push(item());
    else for (let left = argument(info); left > 0; left--) found.push(item());
    return found;
  };
  const chunks = (info: number): Buffer =>
    info === 31 ? Buffer.concat(items(31, () => take(argument(take(1).readUInt8() & 0x1f)))) : take(argument(info));
  const read = (depth: number): unknown => {
    if (depth > 100) throw new RangeError('CBOR is nested too deeply');
    const initial = take(1).readUInt8();
    const info = initial & 0x1f;
    switch ((initial >> 5) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7) {
      case 0:
        return argument(info);
      case 1:
        return -1 - argument(info);
      case 2:
        return chunks(info);
      case 3:
        return chunks(info).toString('utf8');
      case 4:
        return items(info, () => read(depth + 1));
      case 5:
        return Object.fromEntries(items(info, () => [String(read(depth + 1)), read(depth + 1)]));
      case 6: {
        const tag = argument(info);
        const value = read(depth + 1);
        return tag === 1 && typeof value === 'number' ? new Date(Math.round(value * 1000)) : value;
      }
      case 7:
        return simple(info, take, argument);
    }
  };
  const value = read(0);
  if (at !== view.length) throw new SyntaxError(`CBOR goes on after its end at byte ${at}`);
  return value;
}

function simple(info: number, take: (size: number) => Buffer, argument: (info: number) => number): unknown {
  if (info === 20 || info === 21) return info === 21;
  if (info === 22 || info === 23) return null;
  if (info === 25) return float16(argument(25));
  if (info === 26) return take(4).readFloatBE();
  if (info === 27) return take(8).readDoubleBE();
  throw new SyntaxError(`CBOR has no simple value ${info}`);
}

function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
