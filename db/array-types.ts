import type postgres from 'postgres';

type Parse = (text: string) => unknown;
type Serialize = (value: unknown) => string;

/** Element type and array type of everything that our columns and parameters hold several of (pg_type.dat). */
const OIDS: readonly (readonly [element: number, array: number])[] = [
  [16, 1000],
  [17, 1001],
  [20, 1016],
  [21, 1005],
  [23, 1007],
  [25, 1009],
  [26, 1028],
  [114, 199],
  [1043, 1015],
  [1082, 1182],
  [1114, 1115],
  [1184, 1185],
  [1700, 1231],
  [2950, 2951],
  [3802, 3807],
];

/**
 * Teaches a client arrays without asking the server. postgres.js would ask at each new connection, with a query whose
 * failure nobody meets: a connection that breaks at that moment ended the process.
 */
export function addArrayTypes(options: postgres.ParsedOptions): void {
  const parsers = options.parsers as Record<number, Parse>;
  const serializers = options.serializers as Record<number, Serialize>;
  const known = options as unknown as { readonly shared: { readonly typeArrayMap: Record<number, number> } };
  for (const [element, array] of OIDS) {
    known.shared.typeArrayMap[element] = array;
    parsers[array] = (text) => parseArray(text, parsers[element] ?? ((item) => item));
    serializers[array] = (value) => arrayText(value, serializers[element] ?? String);
  }
}

/** `{1,NULL,"a,b"}` and nested ones, as PostgreSQL writes them. */
export function parseArray(text: string, parse: Parse): unknown[] {
  // Arrays that do not begin at 1 carry their bounds before the braces.
  let at = text.indexOf('{');
  const list = (): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (at >= text.length) throw new RangeError(`${text} is not an array`);
      if (text[at] === ',') at += 1;
      else if (text[at] === '{') items.push(list());
      else if (text[at] === '"') items.push(parse(quoted()));
      else {
        const start = at;
        while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
        const item = text.slice(start, at);
        items.push(item === 'NULL' ? null : parse(item));
      }
    }
    at += 1;
    return items;
  };
  const quoted = (): string => {
    let item = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (at >= text.length) throw new RangeError(`${text} is not an array`);
      if (text[at] === '\\') at += 1;
      item += text[at] ?? '';
    }
    at += 1;
    return item;
  };
  return list();
}

function arrayText(value: unknown, serialize: Serialize): string {
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item: unknown) => {
    if (item === null || item === undefined) return 'NULL';
    if (Array.isArray(item)) return arrayText(item, serialize);
    return `"${serialize(item).replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}
