import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import type { ReportFormat, ReportLanguage } from '../exports/report.ts';

/** What a file is, when it begins to be made. */
export interface FileStarted {
  /** This time of making it; of a file that is fetched twice at once, the later time is told. */
  readonly making: string;
  readonly report: string;
  readonly format: ReportFormat;
  readonly language: ReportLanguage;
  /** Rows that it will have, where that is known. */
  readonly ofRows: number | null;
}

/** How far it is. */
export interface FileMade {
  readonly rows: number;
  readonly bytes: number;
}

export type FileEvent =
  | { readonly type: 'ReportFileStarted'; readonly data: FileStarted }
  | { readonly type: 'ReportFileProgressed' | 'ReportFileBroken'; readonly data: FileMade }
  | { readonly type: 'ReportFileFinished'; readonly data: FileMade & { readonly sha256: string } };

/** What is happening to a file. */
export interface FileState {
  readonly version: number;
  /** The making that is under way; null when none is. */
  readonly making: string | null;
}

export const initialFile: FileState = { version: 0, making: null };

export function evolveFile({ version, making }: FileState, event: FileEvent): FileState {
  switch (event.type) {
    case 'ReportFileStarted':
      return { version: version + 1, making: event.data.making };
    case 'ReportFileProgressed':
      return { version: version + 1, making };
    case 'ReportFileFinished':
    case 'ReportFileBroken':
      return { version: version + 1, making: null };
  }
}

/** Tells what happens to a file in one making of it; of a making that a later one took the place of, nothing. */
export function decideTold(id: string, making: string, event: FileEvent, state: FileState): Decision<null> {
  const isNews = event.type === 'ReportFileStarted' || state.making === making;
  return { events: isNews ? [told(id, state.version + 1, event)] : [], result: null };
}

function told(id: string, version: number, { type, data }: FileEvent): NewEvent {
  // The type is that of the document in the supergraph which whoever is told asks for.
  return { aggregateType: 'ReportFileProgress', aggregateId: id, version, type, data, published: true };
}
