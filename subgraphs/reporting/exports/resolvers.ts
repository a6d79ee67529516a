import { z } from 'zod';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import { reconciliationAct } from '../counterparties/reconciliation.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseSpan } from '../statements/scope.ts';
import { drawReport } from './desk.ts';
import { demanded, questionOf } from './question.ts';
import { countEntries, exportedFiles, type FileKey } from './queries.ts';

const fileKey = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Most entries of a format: a worksheet has 1,048,576 rows, and nobody prints more than that many pages. */
const MOST_ENTRIES = { XLSX: 1_000_000, PDF: 50_000 } as const;

export const exportResolvers: Resolvers = {
  Query: {
    reportFile: async (_root, given, { database, companyId, actor, files, caller }) => {
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
          if (
            (await reconciliationAct(database, companyId, counterpartyId, { ...span, knownAt: null })) ===
            null
          )
            return null;
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
      const { url, expiresAt } = files.link(principal, 'report', {
        ...{ id, userId: actor.userId, report, question, format, language },
      });
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
