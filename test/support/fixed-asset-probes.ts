import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
/** Names nothing, and is not what the probes take for nothing either. */
const NOBODYS_ID = '018f0000-0000-7000-8000-000000000003';
/** What the second company has in its register. */
let theirs = {
  asset: '',
  run: '',
  disposal: '',
  transaction: '',
  counterparty: '',
  cursors: { assets: '', runs: '' },
};

const mutation = (field: string, selection: string) =>
  writing(field, `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`, selection);
const CLASS = mutation('setFixedAssetClass', 'class { nameKa }');
const REGISTER = mutation('registerFixedAsset', 'asset { cost }');
const ACQUIRE = mutation('acquireFixedAsset', 'asset { cost }');
const CANCEL = mutation('cancelFixedAsset', 'asset { name }');
const USE = mutation('putFixedAssetIntoUse', 'asset { name }');
const ESTIMATE = mutation('changeFixedAssetEstimate', 'asset { name }');
const ADD = mutation('addFixedAssetCost', 'asset { name }');
const UNITS = mutation('recordFixedAssetUnits', 'asset { name }');
const TRANSFER = mutation('transferFixedAsset', 'asset { name }');
const RUN = mutation('runDepreciation', 'run { total }');
const UNDO_RUN = mutation('reverseDepreciationRun', 'run { total }');
const DISPOSE = mutation('disposeFixedAsset', 'asset { name }');
const UNDO_DISPOSAL = mutation('reverseFixedAssetDisposal', 'asset { name }');

const cars = {
  code: 'OUR_CARS',
  nameKa: 'x',
  nameEn: 'x',
  costAccountCode: '1410',
  accumulatedAccountCode: '3110',
  expenseAccountCode: '7410',
  method: 'STRAIGHT_LINE',
  usefulLifeMonths: 12,
  startsIn: 'NEXT_MONTH',
};
const car = {
  name: 'x',
  classCode: 'OUR_CARS',
  cost: '12.00',
  acquiredOn: '2026-01-10',
  inUseOn: '2026-01-10',
};
const bought = { ...car, creditAccountCode: '1110' };
const estimate = { from: '2026-06', remainingMonths: 5, reason: 'x' };
const addition = { on: '2026-02-10', amount: '1.00', description: 'x' };
const units = { year: 2026, month: 6, units: '1' };
const moved = { on: '2026-03-01', reason: 'x' };
const disposal = { on: '2026-04-10', kind: 'SCRAP', reason: 'x' };
const month = { year: 2026, month: 2 };

/** Has the second company do all there is with assets, each under the key `their-key`; ours has a class of its own. */
export async function equipTheirs(
  them: Caller,
  us: Caller,
  named: { readonly transaction: string; readonly counterparty: string },
): Promise<void> {
  const one = async (field: string, selection: string, given: object): Promise<string> => {
    const answer = await them.query<Record<string, Record<string, { id?: string }>>>(
      mutation(field, selection),
      input({ ...given, idempotencyKey: KEY }),
    );
    return Object.values(answer[field] ?? {})[0]?.id ?? '';
  };
  await us.query(CLASS, input(cars));
  await one('setFixedAssetClass', 'class { code }', {
    ...cars,
    code: 'THEIR_CARS',
    nameKa: SECRET,
    nameEn: SECRET,
  });
  const secret = { classCode: 'THEIR_CARS', name: SECRET };
  const asset = await one('registerFixedAsset', 'asset { id }', { ...car, ...secret, number: 'SECRET-FA' });
  const sold = await one('acquireFixedAsset', 'asset { id }', { ...bought, ...secret, inUseOn: null });
  await one('putFixedAssetIntoUse', 'asset { id }', { id: sold, on: '2026-01-11' });
  const mistaken = await them.query<{ registerFixedAsset: { asset: { id: string } } }>(
    mutation('registerFixedAsset', 'asset { id }'),
    input({ ...car, ...secret }),
  );
  await one('cancelFixedAsset', 'asset { id }', {
    id: mistaken.registerFixedAsset.asset.id,
    on: '2026-01-10',
    reason: SECRET,
  });
  await one('addFixedAssetCost', 'asset { id }', { ...addition, id: asset });
  await one('recordFixedAssetUnits', 'asset { id }', { ...units, id: asset });
  const run = await one('runDepreciation', 'run { id }', month);
  await one('reverseDepreciationRun', 'run { id }', { id: run, reason: SECRET });
  await one('changeFixedAssetEstimate', 'asset { id }', { ...estimate, id: asset, reason: SECRET });
  await one('transferFixedAsset', 'asset { id }', { ...moved, id: asset, location: SECRET });
  // For what is left of it, so that there is neither gain nor loss.
  const proceeds = { proceeds: '9.00', proceedsAccountCode: '1110' };
  await one('disposeFixedAsset', 'asset { id }', { ...disposal, ...proceeds, id: sold, reason: SECRET });
  const { fixedAsset } = await them.query<{ fixedAsset: { changes: { disposalId: string | null }[] } }>(
    'query ($id: ID!) { fixedAsset(id: $id) { changes { disposalId } } }',
    { id: sold },
  );
  const disposalId = fixedAsset.changes.at(-1)?.disposalId ?? '';
  await one('reverseFixedAssetDisposal', 'asset { id }', { id: disposalId, reason: SECRET });
  const ends = await them.query<Record<string, { pageInfo: { endCursor: string } }>>(
    '{ fixedAssets(first: 1) { pageInfo { endCursor } } depreciationRuns(first: 1) { pageInfo { endCursor } } }',
  );
  theirs = {
    ...named,
    asset,
    run,
    disposal: disposalId,
    cursors: {
      assets: ends['fixedAssets']?.pageInfo.endCursor ?? '',
      runs: ends['depreciationRuns']?.pageInfo.endCursor ?? '',
    },
  };
}

const at = (more: object, name: string) => (value: string | number) => input({ ...more, [name]: value });
const nowhere = () => 'NOWHERE-1';
/** Years of which only the second company has periods, and neither has. */
const [THEIR_YEAR, NO_YEAR] = [() => 2011, () => 2009];

/** Where a client may write what names something of the register. */
export function fixedAssetProbes(): Probes {
  const single = (field: string, selection: string, value: () => string) =>
    probe(`query ($v: ID!) { ${field}(id: $v) { ${selection} } }`, (v) => ({ v }), value);
  const keyed = (field: string, query: string, given: object) => ({
    [`Mutation.${field}(input.idempotencyKey)`]: probe(query, at(given, 'idempotencyKey'), () => KEY, uuidv7),
  });
  /** A mutation on one asset: by its id, and by the key. */
  const onAsset = (field: string, query: string, given: object, value = () => theirs.asset) => ({
    [`Mutation.${field}(input.id)`]: probe(query, at(given, 'id'), value),
    ...keyed(field, query, { ...given, id: NOBODYS_ID }),
  });
  const account = (field: string, query: string, given: object, name: string) => ({
    [`Mutation.${field}(input.${name})`]: probe(query, at(given, name), () => 'SECRET-2', nowhere),
  });
  const year = (field: string, query: string, given: object) => ({
    [`Mutation.${field}(input.year)`]: probe(query, at(given, 'year'), THEIR_YEAR, NO_YEAR),
  });
  const registering = (field: string, query: string, given: object): Probes => ({
    ...keyed(field, query, given),
    ...account(field, query, given, 'expenseAccountCode'),
    [`Mutation.${field}(input.classCode)`]: probe(
      query,
      at(given, 'classCode'),
      () => 'THEIR_CARS',
      () => 'NOBODYS_CARS',
    ),
    [`Mutation.${field}(input.number)`]: probe(query, at(given, 'number'), () => 'SECRET-FA', nowhere),
    [`Mutation.${field}(input.counterpartyId)`]: probe(
      query,
      at(given, 'counterpartyId'),
      () => theirs.counterparty,
    ),
  });
  return {
    'Query.fixedAsset(id)': single('fixedAsset', 'name', () => theirs.asset),
    'Query.depreciationRun(id)': single('depreciationRun', 'total', () => theirs.run),
    'Query.fixedAssets(after)': pageAfter('fixedAssets', 'name', () => theirs.cursors.assets),
    'Query.fixedAssets(classCode)': probe(
      'query ($v: String) { fixedAssets(first: 5, classCode: $v) { edges { node { name } } } }',
      (v) => ({ v }),
      () => 'THEIR_CARS',
      () => 'NOBODYS_CARS',
    ),
    'Query.depreciationRuns(after)': probe(
      'query ($v: String) { depreciationRuns(first: 5, after: $v) { edges { node { total } } } }',
      (v) => ({ v }),
      () => theirs.cursors.runs,
      () => Buffer.from(JSON.stringify([1])).toString('base64url'),
    ),
    'Query.depreciationPreview(year)': probe(
      'query ($v: Int!) { depreciationPreview(year: $v, month: 1) { missingUnits { month } } }',
      (v) => ({ v }),
      THEIR_YEAR,
      NO_YEAR,
    ),
    ...keyed('setFixedAssetClass', CLASS, cars),
    'Mutation.setFixedAssetClass(input.code)': probe(
      CLASS,
      at(cars, 'code'),
      () => 'THEIR_CARS',
      () => 'NOT_THEIR_CARS',
    ),
    ...account('setFixedAssetClass', CLASS, cars, 'costAccountCode'),
    ...account('setFixedAssetClass', CLASS, cars, 'accumulatedAccountCode'),
    ...account('setFixedAssetClass', CLASS, cars, 'expenseAccountCode'),
    ...registering('registerFixedAsset', REGISTER, car),
    'Mutation.registerFixedAsset(input.transactionId)': probe(
      REGISTER,
      at(car, 'transactionId'),
      () => theirs.transaction,
    ),
    ...registering('acquireFixedAsset', ACQUIRE, bought),
    ...account('acquireFixedAsset', ACQUIRE, car, 'creditAccountCode'),
    ...onAsset('cancelFixedAsset', CANCEL, { on: '2026-01-10', reason: 'x' }),
    ...onAsset('putFixedAssetIntoUse', USE, { on: '2026-01-11' }),
    ...onAsset('changeFixedAssetEstimate', ESTIMATE, estimate),
    ...onAsset('addFixedAssetCost', ADD, addition),
    'Mutation.addFixedAssetCost(input.transactionId)': probe(
      ADD,
      at({ ...addition, id: NOBODYS_ID }, 'transactionId'),
      () => theirs.transaction,
    ),
    ...onAsset('recordFixedAssetUnits', UNITS, units),
    ...year('recordFixedAssetUnits', UNITS, { ...units, id: NOBODYS_ID }),
    ...onAsset('transferFixedAsset', TRANSFER, moved),
    'Mutation.transferFixedAsset(input.classCode)': probe(
      TRANSFER,
      at({ ...moved, id: NOBODYS_ID }, 'classCode'),
      () => 'THEIR_CARS',
      () => 'NOBODYS_CARS',
    ),
    ...account('transferFixedAsset', TRANSFER, { ...moved, id: NOBODYS_ID }, 'expenseAccountCode'),
    ...year('runDepreciation', RUN, month),
    ...keyed('runDepreciation', RUN, { year: 2009, month: 2 }),
    ...onAsset('reverseDepreciationRun', UNDO_RUN, { reason: 'x' }, () => theirs.run),
    ...onAsset('disposeFixedAsset', DISPOSE, disposal),
    ...account(
      'disposeFixedAsset',
      DISPOSE,
      { ...disposal, id: NOBODYS_ID, proceeds: '1.00' },
      'proceedsAccountCode',
    ),
    'Mutation.disposeFixedAsset(input.counterpartyId)': probe(
      DISPOSE,
      at({ ...disposal, id: NOBODYS_ID }, 'counterpartyId'),
      () => theirs.counterparty,
    ),
    ...onAsset('reverseFixedAssetDisposal', UNDO_DISPOSAL, { reason: 'x' }, () => theirs.disposal),
  };
}
