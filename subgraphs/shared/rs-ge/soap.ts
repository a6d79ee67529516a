import { XMLParser } from 'fast-xml-parser';

/** SOAP 1.1 as ASMX speaks it: one operation, its parameters by position, one answer or a fault. */

export const NAMESPACE = 'http://tempuri.org/';

/** A text, or elements within the element. */
export type SoapValue = string | number | boolean | null | Parameters;

/** Parameters in the order of the service's description: it matters. */
export type Parameters = readonly (readonly [name: string, value: SoapValue])[];

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  // Texts stay texts: numbers of documents have leading zeros.
  parseTagValue: false,
  trimValues: true,
  // Only the entities of XML itself; a document that defines its own is refused before it gets here.
  processEntities: true,
  htmlEntities: false,
});

export function soapRequest(operation: string, parameters: Parameters): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">',
    `<soap:Body><${operation} xmlns="${NAMESPACE}">${elements(parameters)}</${operation}></soap:Body>`,
    '</soap:Envelope>',
  ].join('');
}

function elements(parameters: Parameters): string {
  return parameters
    .map(([name, value]) => {
      const inside =
        value === null ? '' : typeof value === 'object' ? elements(value) : escaped(String(value));
      return `<${name}>${inside}</${name}>`;
    })
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML holds it. Control characters are not allowed there in any form and are left out. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

export function soapHeaders(operation: string): Record<string, string> {
  return { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}${operation}"` };
}

export type XmlNode = { readonly [name: string]: XmlValue };
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[];

export type SoapAnswer =
  | { readonly kind: 'answer'; readonly fields: XmlNode }
  | { readonly kind: 'fault'; readonly code: string; readonly text: string }
  | { readonly kind: 'garbage' };

/** Reads what came back for an operation. Never throws: what cannot be read is garbage. */
export function readSoap(operation: string, text: string): SoapAnswer {
  // Entities of a document's own are the way to make a small text enormous.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { kind: 'garbage' };
  // The parser is lenient: what was cut short in the middle must not pass for a short answer.
  if (!/<\/(\w+:)?Envelope>\s*$/.test(text)) return { kind: 'garbage' };
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch {
    return { kind: 'garbage' };
  }
  const body = child(child(parsed as XmlValue, 'Envelope'), 'Body');
  const fault = child(body, 'Fault');
  if (fault !== undefined)
    return {
      kind: 'fault',
      code: textOf(child(fault, 'faultcode')),
      text: textOf(child(fault, 'faultstring')),
    };
  const answer = child(body, `${operation}Response`);
  if (answer === undefined) return { kind: 'garbage' };
  return { kind: 'answer', fields: isNode(answer) ? answer : {} };
}

/** The rows of a diffgram: whatever the element of a row is called. A null column has no element. */
export function rowsOf(value: XmlValue | undefined): readonly XmlNode[] {
  const table =
    child(child(value, 'diffgram'), 'DocumentElement') ?? child(child(value, 'diffgram'), 'NewDataSet');
  if (table === undefined || !isNode(table)) return [];
  return Object.values(table).flatMap(each).filter(isNode);
}

/** Every element of this name; one that stands alone is a list of one. */
export function childrenOf(value: XmlValue | undefined, name: string): readonly XmlNode[] {
  const found = child(value, name);
  return found === undefined ? [] : each(found).filter(isNode);
}

function each(value: XmlValue): readonly XmlValue[] {
  return typeof value === 'object' && Symbol.iterator in value ? [...(value as Iterable<XmlValue>)] : [value];
}

export function child(value: XmlValue | undefined, name: string): XmlValue | undefined {
  return value !== undefined && isNode(value) ? value[name] : undefined;
}

export function textOf(value: XmlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isNode(value: XmlValue): value is XmlNode {
  return typeof value === 'object' && !Array.isArray(value);
}
