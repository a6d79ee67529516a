import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { createFileLinks, noSuchLink, type FileLink } from '#shared/platform/file-link.ts';
import type { Principal } from '#shared/platform/principal.ts';

/** A file on its way out. */
export interface OpenedFile {
  /** Name that it is kept under, in any letters. */
  readonly name: string;
  readonly mediaType: string;
  readonly body: Readable;
}

/** A kind of file that a subgraph hands out. */
export interface FileKind<Parameters> {
  /** What whoever asks for a link must be allowed. */
  readonly permission: Permission;
  /** Names the file: ids, a month, a language. It travels in the link, so it is no place for what is secret. */
  readonly parameters: z.ZodType<Parameters>;
  /**
   * Opens the file of a company.
   * @throws DomainError NOT_FOUND when the company has nothing of that name.
   */
  open(companyId: string, parameters: Parameters): Promise<OpenedFile>;
}

/** Opens what links stand for; the gateway knows no more of a subgraph's files. */
export interface FileSource {
  /** @throws DomainError NOT_FOUND, LINK_EXPIRED. */
  open(token: string): Promise<OpenedFile>;
}

/** Kinds by their names. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind has parameters of its own
export type FileKinds = Readonly<Record<string, FileKind<any>>>;

export interface FileDesk<Kinds extends FileKinds> extends FileSource {
  /**
   * A link to a file, for whoever may have it; whether there is such a file is for the caller of this to ask.
   * @throws DomainError FORBIDDEN.
   */
  link<Kind extends keyof Kinds & string>(
    principal: Principal,
    kind: Kind,
    parameters: z.infer<Kinds[Kind]['parameters']>,
  ): FileLink;
}

export interface FileDeskOptions<Kinds extends FileKinds> {
  readonly subgraph: string;
  /** The secret that all processes of the subgraph have. */
  readonly secret: Uint8Array;
  readonly kinds: Kinds;
  readonly now?: () => Date;
}

/** Makes links to the files of a subgraph, and opens them. */
export function createFileDesk<Kinds extends FileKinds>(options: FileDeskOptions<Kinds>): FileDesk<Kinds> {
  const { kinds } = options;
  const links = createFileLinks(options.secret, options.subgraph, options.now);
  return {
    link(principal, kind, parameters) {
      const permission = kinds[kind]?.permission;
      if (permission === undefined || !principal.permissions.has(permission))
        throw new DomainError('FORBIDDEN', `the file needs the permission ${permission ?? 'of its kind'}`);
      return links.make({ companyId: principal.companyId, kind, parameters });
    },
    async open(token) {
      const { companyId, kind, parameters } = links.read(token);
      const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
      const checked = known?.parameters.safeParse(parameters);
      // A link of a version that had other kinds.
      if (known === undefined || checked?.success !== true) throw noSuchLink();
      return known.open(companyId, checked.data);
    },
  };
}

/**
 * Headers of the answer. The name is given in letters of its own (RFC 8187), and for old clients without them
 * (RFC 6266).
 */
export function headersOfFile({ name, mediaType }: Omit<OpenedFile, 'body'>): Record<string, string> {
  const plain = name.replaceAll(/[^\w. -]+/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'private, no-store',
  };
}
