import type { Decision } from '#shared/domain/decider.ts';

export interface LedgerSettings {
  readonly version: number;
  readonly approverMustDiffer: boolean;
}

export interface LedgerSettingsEvent {
  readonly type: 'LedgerSettingsChanged';
  readonly data: { readonly approverMustDiffer: boolean };
}

export const initialSettings: LedgerSettings = { version: 0, approverMustDiffer: false };

export function evolveSettings(state: LedgerSettings, event: LedgerSettingsEvent): LedgerSettings {
  return { version: state.version + 1, ...event.data };
}

/** Settings that are as asked for already yield no event. Pure. */
export function decideSettings(
  command: { readonly id: string; readonly approverMustDiffer: boolean },
  state: LedgerSettings,
): Decision<Record<string, never>> {
  if (state.approverMustDiffer === command.approverMustDiffer) return { events: [], result: {} };
  const event: LedgerSettingsEvent = {
    type: 'LedgerSettingsChanged',
    data: { approverMustDiffer: command.approverMustDiffer },
  };
  return {
    events: [
      {
        aggregateType: 'LedgerSettings',
        aggregateId: command.id,
        version: state.version + 1,
        ...event,
        reference: true,
      },
    ],
    result: {},
  };
}
