import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import { reconciliationAct } from '../counterparties/reconciliation.ts';
import type { QueryReportFileArgs, Resolvers } from '../generated/types.ts';
import { filterOf } from '../general-ledger/resolvers.ts';
import { parseSpan } from '../statements/scope.ts';
import { drawReport } from './desk.ts';
import { countEntries, exportedFiles, type FileKey } from './queries.ts';

const fileKey = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Most entries of a format: a worksheet has 1,048,576 rows, and nobody prints more than that many pages. */
const MOST_ENTRIES = { XLSX: 1_000_000, PDF: 50_000 } as const;

export const exportResolvers: Resolvers = {
  Query: {
    reportFile: async (_root, given, { database, companyId, files, caller }) => {
      const { principal } = caller;
      if (principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
      const question = questionOf(given);
      const language = given.language === 'EN' ? 'en' : 'ka';
      const { report, format } = given;
      await demandRead(database, companyId, given.minSeq);
      if (report === 'GENERAL_LEDGER') {
        const span = parseSpan(demanded(given));
        // Whom no entry ever named has no ledger: an empty one would pass for one without entries.
        const { counterpartyId } = given;
        if (counterpartyId !== undefined && counterpartyId !== null)
          if ((await reconciliationAct(database, companyId, counterpartyId, span)) === null) return null;
        if (format !== 'CSV') {
          const most = MOST_ENTRIES[format];
          if ((await countEntries(database, companyId, span, most + 1)) > most)
            throw badInput(
              'format',
              format,
              `has room for ${String(most)} entries; ask for fewer days, or for CSV`,
            );
        }
      }
      const drawn = await drawReport(database, companyId, { report, question, language });
      if (drawn === null) return null;
      const id = newId();
      const { url, expiresAt } = files.link(principal, 'report', { id, report, question, format, language });
      return { id, url, expiresAt: expiresAt.toISOString(), isClosed: drawn.isClosed };
    },
    exportedReports: async (_root, given, { database, companyId }) => {
      const page = pageArguments<FileKey>(given, { cursor: fileKey });
      const rows = await exportedFiles(database, companyId, page);
      return connectionFromPage(rows, page, ({ madeAt, id }): FileKey => [madeAt, id]);
    },
  },
  ExportedReport: {
    question: ({ question }) => JSON.parse(question) as Record<string, unknown>,
    language: ({ language }) => (language === 'en' ? 'EN' : 'KA'),
    bytes: ({ bytes }) => String(bytes),
  },
};

/** What a report needs of what was given. @throws DomainError BAD_USER_INPUT naming what is missing. */
function questionOf(given: QueryReportFileArgs): object {
  const accountIds = given.accountIds ?? null;
  switch (given.report) {
    case 'GENERAL_LEDGER':
      return { ...parseSpan(demanded(given)), ...filterOf(given), accountIds };
    case 'TURNOVER_SHEET': {
      const by = given.by ?? 'ACCOUNT';
      const dimensionName = given.dimensionName ?? null;
      if ((by === 'DIMENSION') !== (dimensionName !== null))
        throw badInput('dimensionName', dimensionName, 'is named by dimension, and only then');
      return { ...parseSpan(demanded(given)), by, dimensionName, accountIds };
    }
    case 'AGED_BALANCES': {
      if (given.side === undefined || given.side === null)
        throw badInput('side', null, 'say whose debts are meant');
      return { side: given.side, asOf: parseDate(present(given.to, 'to'), 'to'), accountIds };
    }
    case 'RECONCILIATION_ACT':
      return {
        ...parseSpan(demanded(given)),
        counterpartyId: present(given.counterpartyId, 'counterpartyId'),
      };
  }
}

function demanded(given: QueryReportFileArgs): { from: string; to: string } {
  return { from: present(given.from, 'from'), to: present(given.to, 'to') };
}

function present(value: string | null | undefined, field: string): string {
  if (value === undefined || value === null) throw badInput(field, null, 'the report needs it');
  return value;
}
