export type ParsedRecord =
  | { readonly kind: 'fields'; readonly fields: string[] }
  /** The text ends inside a quoted field: the record may go on in the next line. */
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'fault'; readonly reason: string };

/** Takes one CSV record (RFC 4180, comma and double quote) apart. Nothing is trimmed or guessed. */
export function parseRecord(text: string): ParsedRecord {
  if (!text.includes('"')) return { kind: 'fields', fields: text.split(',') };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let value = '';
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote === -1) return { kind: 'unclosed' };
        value += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        value += '"';
        from = quote + 2;
      }
      if (at < text.length && text[at] !== ',') {
        return { kind: 'fault', reason: `text after the closing quote of field ${fields.length + 1}` };
      }
      fields.push(value);
    } else {
      const comma = text.indexOf(',', at);
      const value = comma === -1 ? text.slice(at) : text.slice(at, comma);
      if (value.includes('"')) {
        return { kind: 'fault', reason: `a stray quote in field ${fields.length + 1}` };
      }
      fields.push(value);
      at += value.length;
    }
    if (at >= text.length) return { kind: 'fields', fields };
    at += 1;
  }
}

/** Writes one CSV record, quoting only what needs it. */
export function formatRecord(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
