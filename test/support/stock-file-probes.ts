import { probe, type Probes } from '#test/tenancy-probes.ts';

/** Where a client may write what a file of stock is to be about. */
export function stockFileProbes(
  theirs: () => { readonly item: string; readonly warehouse: string; readonly open: string },
): Probes {
  const card = (named: string, args: string) =>
    `query($v: ID!) { stockCardFile(${named}: $v, ${args}from: "2026-01-15", to: "2026-01-15") { url } }`;
  return {
    'Query.stockOnHandFile(warehouseId)': probe(
      'query($v: ID!) { stockOnHandFile(warehouseId: $v, asOf: "2026-01-15") { url } }',
      (v) => ({ v }),
      () => theirs().warehouse,
    ),
    'Query.stockCountFile(id)': probe(
      'query($v: ID!) { stockCountFile(id: $v) { url } }',
      (v) => ({ v }),
      () => theirs().open,
    ),
    'Query.stockCardFile(itemId)': probe(
      card('itemId', ''),
      (v) => ({ v }),
      () => theirs().item,
    ),
    // The item is nobody's: there is no way to name one of ours and a warehouse of theirs that would be answered.
    'Query.stockCardFile(warehouseId)': probe(
      card('warehouseId', 'itemId: "018f0000-0000-7000-8000-000000000001", '),
      (v) => ({ v }),
      () => theirs().warehouse,
    ),
  };
}
