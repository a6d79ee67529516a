import { createUpcast, type UpcastSteps } from '#db/upcast.ts';

/**
 * From each version of an event to the next, by type. None has a second version yet. When one gets it: its writer
 * puts `eventVersion: 2` into the metadata, `catalogue.ts` describes version 2, the step from 1 to 2 stands here, and
 * folds, feed, relay and export go on knowing one version. What PostgreSQL projects by itself (`ledger.project`) must
 * read both.
 */
export const LEDGER_UPCASTERS: UpcastSteps = {};

/** Raises an event of the ledger to its newest version. */
export const raiseLedgerEvent = createUpcast(LEDGER_UPCASTERS);
