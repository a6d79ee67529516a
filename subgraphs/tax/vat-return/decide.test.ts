import { describe, expect, it } from 'vitest';
import { decideVatReturn, type VatReturnCommand } from './decide.ts';
import { evolveVatReturn, initialVatReturn, type VatReturn, type VatReturnEvent } from './vat-return.ts';

const of = { id: '00000000-0000-5000-8000-000000000001', year: 2026, month: 10, today: '2026-11-20' };
const agreed = [{ name: 'NET' as const, expected: '1.00', actual: '1.00', difference: '0.00' }];
const differing = [{ name: 'NET' as const, expected: '1.00', actual: '3.00', difference: '2.00' }];
const filled = { figures: [], net: '1.00', checks: agreed, seq: 7, dueDate: '2026-11-16' };

const prepare: VatReturnCommand = { ...of, type: 'PrepareVatReturn' };
const submit = (given: object = {}): VatReturnCommand => ({
  ...of,
  type: 'SubmitVatReturn',
  filled,
  differencesReason: null,
  sequenceNumber: null,
  companyId: '00000000-0000-7000-8000-00000000000c',
  attached: [],
  ...given,
});
const accept = (date = '2026-11-16'): VatReturnCommand => ({
  ...of,
  type: 'AcceptVatReturn',
  receiptNumber: '12345',
  date,
});
const refuse: VatReturnCommand = {
  ...of,
  type: 'RefuseVatReturn',
  receiptNumber: null,
  date: '2026-11-16',
  reason: 'wrong box',
};
const reopen = (reason = 'an invoice was forgotten'): VatReturnCommand => ({
  ...of,
  type: 'ReopenVatReturn',
  reason,
});

function given(...commands: VatReturnCommand[]): VatReturn {
  return commands.reduce<VatReturn>(
    (state, command) =>
      decideVatReturn(command, state).events.reduce(
        (s, { type, data }) => evolveVatReturn(s, { type, data } as VatReturnEvent),
        state,
      ),
    initialVatReturn,
  );
}

const refusal = (code: string, field: string): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('the way of a VAT return', () => {
  it('goes from draft to ready, submitted and accepted', () => {
    expect(given()).toMatchObject({ state: 'DRAFT', returnVersion: 1 });
    expect(given(prepare)).toMatchObject({ state: 'READY', version: 1 });
    expect(given(prepare, submit())).toMatchObject({ state: 'SUBMITTED', version: 2 });
    expect(given(prepare, submit(), accept())).toMatchObject({ state: 'ACCEPTED', returnVersion: 1 });
  });

  it('begins anew, as another filing, when it is corrected', () => {
    for (const answer of [accept(), refuse]) {
      const state = given(prepare, submit(), answer, reopen());
      expect(state).toMatchObject({ state: 'DRAFT', returnVersion: 2, version: 4 });
    }
    expect(given(prepare, submit(), reopen(), prepare, submit())).toMatchObject({
      state: 'SUBMITTED',
      returnVersion: 2,
    });
  });

  it('goes back to a draft of the same filing when it was only ready', () => {
    expect(given(prepare, reopen())).toMatchObject({ state: 'DRAFT', returnVersion: 1 });
  });

  it('publishes every step, and tells other decisions of those that lock or unlock the month', () => {
    const states = [given(), given(prepare), given(prepare, submit()), given(prepare, submit(), accept())];
    const events = [prepare, submit(), accept(), reopen()].map(
      (command, index) => decideVatReturn(command, states[index] ?? initialVatReturn).events[0],
    );
    expect(events.map((event) => event?.type)).toEqual([
      'VatReturnPrepared',
      'VatReturnSubmitted',
      'VatReturnAccepted',
      'VatReturnReopened',
    ]);
    expect(events.map((event) => event?.published)).toEqual([true, true, true, true]);
    expect(events.map((event) => event?.reference)).toEqual([false, true, false, true]);
  });

  it.each<[string, VatReturnCommand, VatReturn]>([
    ['prepared twice', prepare, given(prepare)],
    ['submitted unprepared', submit(), given()],
    ['submitted twice', submit(), given(prepare, submit())],
    ['accepted before it is submitted', accept(), given(prepare)],
    ['accepted after it was refused', accept(), given(prepare, submit(), refuse)],
    ['refused before it is submitted', refuse, given()],
    ['opened while it is a draft', reopen(), given()],
  ])('is not %s', (_what, command, state) => {
    expect(() => decideVatReturn(command, state)).toThrow(refusal('INVALID_TRANSITION', 'month'));
  });
});

describe('a submission', () => {
  it('freezes the figures with the event', () => {
    const [event] = decideVatReturn(submit({ sequenceNumber: '998877' }), given(prepare)).events;
    expect(event?.data).toEqual({
      year: 2026,
      month: 10,
      returnVersion: 1,
      ...filled,
      sequenceNumber: '998877',
      reason: null,
    });
  });

  it('needs a reason when the books differ, and keeps it', () => {
    const differs = { filled: { ...filled, checks: differing } };
    expect(() => decideVatReturn(submit(differs), given(prepare))).toThrow(
      refusal('BAD_USER_INPUT', 'differencesReason'),
    );
    const acknowledged = submit({ ...differs, differencesReason: 'paid the tax of September' });
    expect(decideVatReturn(acknowledged, given(prepare)).events[0]?.data).toMatchObject({
      reason: 'paid the tax of September',
      checks: differing,
    });
  });

  it('asks RS.ge to attach invoices to the declaration of the month, anew with each filing', () => {
    const attached = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2'];
    const first = decideVatReturn(submit({ attached }), given(prepare)).events;
    expect(first.map(({ type }) => type)).toEqual([
      'RsGeSubmissionRequested',
      'RsGeSubmissionRequested',
      'VatReturnSubmitted',
    ]);
    expect(first[0]).toMatchObject({
      version: 1,
      data: { documentId: attached[0], operations: ['ATTACH'], period: '2026-10' },
    });
    const corrected = given(prepare, submit(), reopen(), prepare);
    expect(decideVatReturn(submit({ attached }), corrected).events[0]?.version).toBe(2);
  });

  it('keeps no reason where nothing differs', () => {
    const event = decideVatReturn(submit({ differencesReason: 'just so' }), given(prepare)).events[0];
    expect(event?.data).toMatchObject({ reason: null });
  });
});

describe('a month', () => {
  it.each([
    ['month', { month: 0 }],
    ['month', { month: 13 }],
    ['month', { month: 12 }],
    ['month', { year: 2027, month: 1 }],
    ['year', { year: 1989 }],
    ['year', { year: 2026.5 }],
  ])('is refused by its %s: %j', (field, wrong) => {
    expect(() => decideVatReturn({ ...prepare, ...wrong }, given())).toThrow(
      refusal('BAD_USER_INPUT', field),
    );
  });

  it('stays a draft while it lasts', () => {
    expect(() => decideVatReturn({ ...prepare, month: 11 }, given())).toThrow(
      refusal('BAD_USER_INPUT', 'month'),
    );
    expect(decideVatReturn({ ...prepare, month: 11, today: '2026-12-01' }, given()).events).toHaveLength(1);
  });

  it.each(['2026-10-31', '2026-11-21', '2026-11-31'])('has no receipt of %s', (date) => {
    expect(() => decideVatReturn(accept(date), given(prepare, submit()))).toThrow(
      refusal('BAD_USER_INPUT', 'date'),
    );
  });

  it('is not opened again without a reason', () => {
    expect(() => decideVatReturn(reopen(' '), given(prepare))).toThrow(refusal('BAD_USER_INPUT', 'reason'));
  });
});
