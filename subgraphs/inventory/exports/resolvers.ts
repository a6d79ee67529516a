import { parseDate } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { FileLink } from '#shared/platform/file-link.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { InventoryContext } from '../context.ts';
import type { InventoryLanguage, Resolvers } from '../generated/types.ts';

export const exportResolvers: Resolvers = {
  Query: {
    stockOnHandFile: async (_root, { asOf, basis, warehouseId, format, language }, context) => {
      const day = parseDate(asOf, 'asOf');
      if (!(await isOurs(context, warehouseId))) return null;
      const scope = { asOf: day, basis: basis ?? 'BOOKED', warehouseId: warehouseId ?? null };
      return shown(
        context.files.link(asking(context), 'stock', { ...scope, format, language: letters(language) }),
      );
    },
    stockCountFile: async (_root, { id, showsExpected, format, language }, context) => {
      if (!isUuid(id) || (await context.loaders.count.load(id)) === null) return null;
      const parameters = { id, showsExpected, format, language: letters(language) };
      return shown(context.files.link(asking(context), 'count', parameters));
    },
    stockCardFile: async (_root, { itemId, from, to, basis, warehouseId, format, language }, context) => {
      const days = { from: parseDate(from, 'from'), to: parseDate(to, 'to') };
      if (days.to < days.from) throw badInput('to', to, 'is before `from`');
      if (!isUuid(itemId) || (await context.loaders.item.load(itemId)) === null) return null;
      if (!(await isOurs(context, warehouseId))) return null;
      const scope = { itemId, ...days, basis: basis ?? 'BOOKED', warehouseId: warehouseId ?? null };
      return shown(
        context.files.link(asking(context), 'card', { ...scope, format, language: letters(language) }),
      );
    },
  },
};

/** Whether the company has the warehouse that is named, if one is. */
async function isOurs(
  { loaders }: InventoryContext,
  warehouseId: string | null | undefined,
): Promise<boolean> {
  if (!warehouseId) return true;
  return isUuid(warehouseId) && (await loaders.warehouse.load(warehouseId)) !== null;
}

function asking({ caller }: InventoryContext): Principal {
  if (caller.principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
  return caller.principal;
}

function letters(language: InventoryLanguage): 'ka' | 'en' {
  return language === 'EN' ? 'en' : 'ka';
}

function shown({ url, expiresAt }: FileLink): { url: string; expiresAt: string } {
  return { url, expiresAt: expiresAt.toISOString() };
}
