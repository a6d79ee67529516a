import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApiKeyRow } from '../api-keys/queries.ts';
import type { CompanyRow } from '../companies/queries.ts';
import type { InvitationRow } from '../invitations/queries.ts';
import type { ManifestRow } from '../operations/queries.ts';
import type { PartnerRow } from '../partners/queries.ts';
import type { RegisteredOperation as StoredOperation } from '../../shared/platform/access-authority.ts';
import type { RoleRow } from '../roles/queries.ts';
import type { SecurityEventRow } from '../security-events/queries.ts';
import type { OpenSession } from '../sessions/open-session.ts';
import type { UserSessionRow } from '../sessions/queries.ts';
import type { UserRow } from '../users/queries.ts';
import type { IdentityContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Moment in time, RFC 3339: "2026-11-22T14:03:11.120Z". */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** The token of an invitation, and a password. */
export type AcceptInvitationInput = {
  /** Name of a new user, 1–250 characters; that of the invitation when left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The password of the user whose address was invited; for a new user the one to sign in with, 8–128 characters. */
  password: Scalars['String']['input'];
  /** Token that `inviteUser` answered. */
  token: Scalars['String']['input'];
};

/** Where one may sign in now, and as whom. */
export type AcceptInvitationPayload = {
  __typename?: 'AcceptInvitationPayload';
  /** The company that one is a member of now. */
  company: SessionCompany;
  /** E-mail address to sign in with. */
  email: Scalars['String']['output'];
};

/** A key that a partner shows, as the header `x-api-key`, to be let in. What it looks like is told once, when it is made. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it; null when the company does not know that user any more. */
  createdBy: Maybe<User>;
  /** When the key ends by itself; null when it does not. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** True while the key lets its partner in. */
  isActive: Scalars['Boolean']['output'];
  /** When it was last used, to the minute; null when it never was. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** The visible part, by which a key is told from others: `dvt_<prefix>_…`. */
  prefix: Scalars['String']['output'];
  /** When it was revoked; null when it was not. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the key may be used for, as far as the company in which it is used consents to it. */
  scopes: Array<Scalars['String']['output']>;
  /** The key that was made to follow this one; null when it was not rotated. */
  successorId: Maybe<Scalars['ID']['output']>;
};

/** Keys, the newest first. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** Keys of this page. */
  edges: Array<ApiKeyEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A key with its cursor. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** Pass it as `after` to go on behind this key. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: ApiKey;
};

/** The key concerned. */
export type ApiKeyPayload = {
  __typename?: 'ApiKeyPayload';
  /** The key as it is now. */
  apiKey: ApiKey;
};

/** Begins a second factor. */
export type BeginSecondFactorInput = {
  /** Accepted and not needed: repeated before it is confirmed, the mutation makes another secret. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What an authenticator app needs; told this once. */
export type BeginSecondFactorPayload = {
  __typename?: 'BeginSecondFactorPayload';
  /** The shared secret in base32, for typing it in. */
  secret: Scalars['String']['output'];
  /** The same as an `otpauth://` address, for a QR code. */
  uri: Scalars['String']['output'];
};

/** The password that is, and the one that is to be. */
export type ChangePasswordInput = {
  /** Password that the caller signs in with now. */
  currentPassword: Scalars['String']['input'];
  /** 8–128 characters, not among the commonest passwords, neither the address nor the name of the user. */
  newPassword: Scalars['String']['input'];
};

/** A company that keeps its books here. Everything in the system belongs to exactly one. */
export type Company = {
  __typename?: 'Company';
  /** When the company was entered here. */
  createdAt: Scalars['DateTime']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Name in Georgian, or as registered. */
  name: Scalars['String']['output'];
  /** Name in English, if there is one. */
  nameEn: Maybe<Scalars['String']['output']>;
  /** Identification number of the taxpayer: nine digits. */
  taxId: Maybe<Scalars['String']['output']>;
};

/** The company after the command. */
export type CompanyPayload = {
  __typename?: 'CompanyPayload';
  /** The company. */
  company: Company;
};

/** A code of the authenticator app. */
export type ConfirmSecondFactorInput = {
  /** Six digits that the app shows. */
  code: Scalars['String']['input'];
};

/** Consent of the company to a partner. */
export type ConsentToPartnerInput = {
  /** Identifier of the partner, as the partner tells it. */
  partnerId: Scalars['ID']['input'];
  /** What the company lets it do at most: permissions that the caller holds too, without those that administer. */
  scopes: Array<Scalars['String']['input']>;
};

/** A new key of a partner. */
export type CreateApiKeyInput = {
  /** When it is to end by itself; it does not when nothing is said. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result, though without the key's text. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of one of the company's own partners. */
  partnerId: Scalars['ID']['input'];
  /** What it may be used for: permissions that the caller holds too, without those that administer. */
  scopes: Array<Scalars['String']['input']>;
};

/** The company to found. */
export type CreateCompanyInput = {
  /**
   * First fiscal year to keep books of, at most ten years back; last year when left out. Last year and this year are always
   * opened.
   */
  firstFiscalYear?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key and input found one company. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name in Georgian, or as registered, 1–250 characters. */
  name: Scalars['String']['input'];
  /** Name in English, 1–250 characters. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Identification number of the taxpayer: nine digits. */
  taxId?: InputMaybe<Scalars['String']['input']>;
};

/** A new partner of the company. */
export type CreatePartnerInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How much it may ask; 1,000 requests a minute, 10,000 an hour and 100,000 cost a minute where nothing is said. */
  limits?: InputMaybe<PartnerLimitsInput>;
  /** Name, 1–100 characters, unlike that of any other partner of the company. */
  name: Scalars['String']['input'];
  /** What the company lets it do at most: permissions that the caller holds too, without those that administer. */
  scopes: Array<Scalars['String']['input']>;
};

/** A role of the company's own, new or changed. */
export type DefineRoleInput = {
  /** Makes the call safe to repeat: the same key and input have one effect. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Name of the role: 2–40 small Latin letters, digits and `_`, beginning with a letter. A role of this name is changed,
   * else made. The names of built-in roles are taken.
   */
  name: Scalars['String']['input'];
  /** What the role is to allow: at least one permission, none that the caller lacks. */
  permissions: Array<Scalars['String']['input']>;
  /** Title in English, 1–100 characters. */
  titleEn: Scalars['String']['input'];
  /** Title in Georgian, 1–100 characters. */
  titleKa: Scalars['String']['input'];
};

/** The role to delete. */
export type DeleteRoleInput = {
  /** Name of a role of the company's own. */
  name: Scalars['String']['input'];
};

/** What was deleted. */
export type DeleteRolePayload = {
  __typename?: 'DeleteRolePayload';
  /** Name of the role that is gone. */
  deletedName: Scalars['String']['output'];
};

/** Proof that it is really the user who takes the second factor away. */
export type DisableSecondFactorInput = {
  /** Six digits of the app, or a recovery code. */
  code: Scalars['String']['input'];
  /** The caller's password. */
  password: Scalars['String']['input'];
};

/** What became of the second factor. */
export type DisableSecondFactorPayload = {
  __typename?: 'DisableSecondFactorPayload';
  /** The second factor as it is now. */
  secondFactor: SecondFactor;
};

/** Whose membership is to end. */
export type EndMembershipInput = {
  /** Identifier of a member of the company; the caller's own to leave it. */
  userId: Scalars['ID']['input'];
};

/** An order to let somebody in, carried out by whoever shows its token. */
export type Invitation = {
  __typename?: 'Invitation';
  /** When it was accepted. */
  acceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who became a member by it. */
  acceptedBy: Maybe<User>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** E-mail address that the member will sign in with. */
  email: Scalars['String']['output'];
  /** When it ends, seven days later. */
  expiresAt: Scalars['DateTime']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Who made it. */
  invitedBy: User;
  /** ISO 639-1 code of the language: "ka", "en" or "ru". */
  language: Scalars['String']['output'];
  /** Name that the invitation was made out to. */
  name: Scalars['String']['output'];
  /** Names of the roles that the member will have. */
  roles: Array<Scalars['String']['output']>;
  /** What has become of it. */
  status: InvitationStatus;
};

/** Invitations, the newest first. */
export type InvitationConnection = {
  __typename?: 'InvitationConnection';
  /** Invitations of this page. */
  edges: Array<InvitationEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An invitation with its cursor. */
export type InvitationEdge = {
  __typename?: 'InvitationEdge';
  /** Pass it as `after` to go on behind this invitation. */
  cursor: Scalars['String']['output'];
  /** The invitation. */
  node: Invitation;
};

/** The invitation after the command. */
export type InvitationPayload = {
  __typename?: 'InvitationPayload';
  /** The invitation. */
  invitation: Invitation;
};

/** What has become of an invitation. */
export type InvitationStatus =
  /** Somebody has become a member by it. */
  | 'ACCEPTED'
  /** Its seven days are over. */
  | 'EXPIRED'
  /** It can be accepted. */
  | 'OPEN'
  /** It was withdrawn, replaced by a newer one, or voided by wrong passwords. */
  | 'REVOKED';

/** Whom to invite, and as what. */
export type InviteUserInput = {
  /** E-mail address, whatever its case; at most 254 characters. */
  email: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input make one invitation. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** ISO 639-1 code of the language: "ka", "en" or "ru"; "ka" when left out. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name, 1–250 characters. It is used unless the address belongs to a user already. */
  name: Scalars['String']['input'];
  /** Names of the roles, 1–20, none of which allows what the caller lacks. */
  roles: Array<Scalars['String']['input']>;
};

/** The invitation and its token. */
export type InviteUserPayload = {
  __typename?: 'InviteUserPayload';
  /** The invitation. */
  invitation: Invitation;
  /**
   * Hand it to the invited person: with it `acceptInvitation` makes them a member. It is told this once; null when a call
   * is repeated by its `idempotencyKey`. To get another, invite again, which voids this one.
   */
  token: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Makes the invited person a member of the company: as a new user, or as the one whose address it is when the password is
   * theirs. It opens no session; sign in afterwards. Errors: BAD_USER_INPUT, RATE_LIMITED, and UNAUTHENTICATED in the same
   * words for an unknown, used, revoked or expired token and for a wrong password, ten of which void the token.
   */
  acceptInvitation: AcceptInvitationPayload;
  /**
   * Makes the secret of a second factor. Nothing is asked for at sign-in until `confirmSecondFactor` has shown that the
   * app knows it; asked again before that, the secret is another one. Errors: INVALID_TRANSITION when one is enabled.
   */
  beginSecondFactor: BeginSecondFactorPayload;
  /**
   * Changes the caller's password, ends all their sessions and opens a new one. Errors: BAD_USER_INPUT for a wrong current
   * password and for a new one that is too short, too long or too easily guessed; RATE_LIMITED after too many failures.
   */
  changePassword: SessionPayload;
  /**
   * Enables the second factor and answers ten recovery codes. Errors: BAD_USER_INPUT for a wrong code, INVALID_TRANSITION
   * when none was begun or one is enabled, RATE_LIMITED after too many failures.
   */
  confirmSecondFactor: RecoveryCodesPayload;
  /**
   * Lets a partner act in the company, or changes what it may do there. The partner may be one of another company: its
   * identifier is known to whoever was told it. Errors: BAD_USER_INPUT, FORBIDDEN (scopes beyond the caller's own
   * permissions), NOT_FOUND.
   */
  consentToPartner: PartnerPayload;
  /**
   * Makes a key of a partner. Errors: BAD_USER_INPUT, FORBIDDEN (scopes beyond the caller's own permissions), NOT_FOUND,
   * CONFLICT (too many keys that are still good), IDEMPOTENCY_KEY_REUSED.
   */
  createApiKey: NewApiKeyPayload;
  /**
   * Founds a company, whose administrator and chief accountant the caller becomes. Its books – the Georgian chart of
   * accounts and the fiscal years – are opened soon after: switch to it and ask for `booksOpenedAt`. Errors:
   * BAD_USER_INPUT, CONFLICT when the tax id is taken, FORBIDDEN for a partner, RATE_LIMITED after too many companies in a
   * day, IDEMPOTENCY_KEY_REUSED.
   */
  createCompany: CompanyPayload;
  /**
   * Creates a partner, which can do nothing before it has a key and registered operations. Errors: BAD_USER_INPUT,
   * FORBIDDEN (scopes beyond the caller's own permissions), CONFLICT (name taken), IDEMPOTENCY_KEY_REUSED.
   */
  createPartner: PartnerPayload;
  /**
   * Makes a role of the company's own, or changes one; access tokens of its members are void from then on and bring the
   * new permissions when refreshed. Errors: BAD_USER_INPUT, FORBIDDEN for permissions that the caller lacks, given or taken
   * away, CONFLICT when nobody would be left who may manage users, IDEMPOTENCY_KEY_REUSED.
   */
  defineRole: RolePayload;
  /**
   * Deletes a role of the company's own. Errors: NOT_FOUND, BAD_USER_INPUT for a built-in role, FORBIDDEN when it allows
   * what the caller lacks, CONFLICT while members or open invitations have it.
   */
  deleteRole: DeleteRolePayload;
  /**
   * Takes the second factor away, its recovery codes included. Errors: BAD_USER_INPUT for a wrong password or code,
   * INVALID_TRANSITION when none is enabled, RATE_LIMITED after too many failures.
   */
  disableSecondFactor: DisableSecondFactorPayload;
  /**
   * Ends a membership, its sessions at once included; the books go on naming the user. Errors: NOT_FOUND, FORBIDDEN when
   * the member's roles allow what the caller lacks, INVALID_TRANSITION when it has ended before, CONFLICT when nobody would
   * be left who may manage users.
   */
  endMembership: UserPayload;
  /**
   * Invites somebody by e-mail address. An open invitation of the same address is replaced. The answer does not tell whether
   * the address belongs to a user. Errors: BAD_USER_INPUT, FORBIDDEN for roles that allow what the caller lacks, CONFLICT for
   * who is a member already, IDEMPOTENCY_KEY_REUSED.
   */
  inviteUser: InviteUserPayload;
  /**
   * Answers new tokens for a refresh token, which is used up by that. Errors: UNAUTHENTICATED when it is unknown, expired
   * or revoked, or was used before; the last also ends the session, because one of the two users is a thief. A lost
   * answer may be asked for again within ten seconds. RATE_LIMITED after too many failures from the client's network.
   */
  refreshSession: SessionPayload;
  /**
   * Answers ten new recovery codes; the old ones are good for nothing. Errors: BAD_USER_INPUT for a wrong code,
   * INVALID_TRANSITION when no second factor is enabled, RATE_LIMITED after too many failures.
   */
  regenerateRecoveryCodes: RecoveryCodesPayload;
  /**
   * Registers operations as a new version; the same content again changes nothing. Each is checked against the schema and
   * against what the company lets the partner do, and when any has a fault nothing is registered. Errors: BAD_USER_INPUT,
   * whose `faults` lists every fault with `operationId`, `message`, `line` and `column`; NOT_FOUND; SERVICE_UNAVAILABLE
   * when there is no schema at hand to check by.
   */
  registerOperations: RegisterOperationsPayload;
  /**
   * Makes a former member one again. Errors: NOT_FOUND, BAD_USER_INPUT for an unknown role, FORBIDDEN for roles that allow
   * what the caller lacks, INVALID_TRANSITION for who is a member, CONFLICT when a role of before is gone.
   */
  restoreMembership: UserPayload;
  /** Ends a key at once. Safe to repeat. Errors: NOT_FOUND. */
  revokeApiKey: ApiKeyPayload;
  /** Withdraws an open invitation. Errors: NOT_FOUND, INVALID_TRANSITION when it was accepted or withdrawn before. */
  revokeInvitation: InvitationPayload;
  /** Stops all operations of a version within seconds, except those of other versions. Safe to repeat. Errors: NOT_FOUND. */
  revokeManifest: RevokeManifestPayload;
  /** Stops operations within seconds, in whatever versions they are. Safe to repeat. Errors: BAD_USER_INPUT, NOT_FOUND. */
  revokeOperations: RevokeOperationsPayload;
  /** Ends all sessions of the caller but the one that asks. Safe to repeat. */
  revokeOtherSessions: RevokeSessionsPayload;
  /** Ends a session of the caller's own. Errors: NOT_FOUND when it has ended or is somebody else's. */
  revokeSession: RevokeSessionsPayload;
  /**
   * Makes a key with the same scopes that follows another, which ends after the overlap. Errors: BAD_USER_INPUT, FORBIDDEN
   * (scopes beyond the caller's own permissions), NOT_FOUND, INVALID_TRANSITION (the key has ended or was rotated before),
   * IDEMPOTENCY_KEY_REUSED.
   */
  rotateApiKey: NewApiKeyPayload;
  /**
   * Gives a member exactly these roles; the member's access tokens are void from then on and bring the new permissions when
   * refreshed. Errors: NOT_FOUND, BAD_USER_INPUT for an unknown role, FORBIDDEN for roles, given or taken away, that allow
   * what the caller lacks, INVALID_TRANSITION for a former member, CONFLICT when nobody would be left who may manage users.
   */
  setUserRoles: UserPayload;
  /**
   * Opens a session. Errors: BAD_USER_INPUT, RATE_LIMITED with `retryAfter` after too many failures for the address or
   * from the client's network, and UNAUTHENTICATED for an unknown user, a wrong password, a disabled user and a company
   * that the user is no member of, all with the same words. With the right password UNAUTHENTICATED has a `reason` when
   * it is about the second factor: SECOND_FACTOR_REQUIRED or SECOND_FACTOR_WRONG.
   */
  signIn: SessionPayload;
  /**
   * Ends a session: its refresh token is good for nothing afterwards, and its access tokens are refused at once. Safe to
   * repeat. Errors: UNAUTHENTICATED when the call carries neither a refresh token nor an access token.
   */
  signOut: SignOutPayload;
  /**
   * Opens a session in another company of the caller's; the present one goes on. Errors: NOT_FOUND for a company that the
   * caller is no member of.
   */
  switchCompany: SessionPayload;
  /** Changes the company of the access token. Errors: BAD_USER_INPUT, CONFLICT when the tax id is taken. */
  updateCompany: CompanyPayload;
  /** Changes the caller's own name or language, in all companies. Errors: BAD_USER_INPUT, FORBIDDEN for a partner. */
  updateMe: UserPayload;
  /** Changes name or limits of one of the company's own partners. Errors: BAD_USER_INPUT, CONFLICT (name taken), NOT_FOUND. */
  updatePartner: PartnerPayload;
  /** Lets a partner in no more, at once. Safe to repeat. Errors: NOT_FOUND for a partner that never had the company's consent. */
  withdrawConsent: PartnerPayload;
};


export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


export type MutationBeginSecondFactorArgs = {
  input: BeginSecondFactorInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationConfirmSecondFactorArgs = {
  input: ConfirmSecondFactorInput;
};


export type MutationConsentToPartnerArgs = {
  input: ConsentToPartnerInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateCompanyArgs = {
  input: CreateCompanyInput;
};


export type MutationCreatePartnerArgs = {
  input: CreatePartnerInput;
};


export type MutationDefineRoleArgs = {
  input: DefineRoleInput;
};


export type MutationDeleteRoleArgs = {
  input: DeleteRoleInput;
};


export type MutationDisableSecondFactorArgs = {
  input: DisableSecondFactorInput;
};


export type MutationEndMembershipArgs = {
  input: EndMembershipInput;
};


export type MutationInviteUserArgs = {
  input: InviteUserInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegenerateRecoveryCodesArgs = {
  input: RegenerateRecoveryCodesInput;
};


export type MutationRegisterOperationsArgs = {
  input: RegisterOperationsInput;
};


export type MutationRestoreMembershipArgs = {
  input: RestoreMembershipInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


export type MutationRevokeManifestArgs = {
  input: RevokeManifestInput;
};


export type MutationRevokeOperationsArgs = {
  input: RevokeOperationsInput;
};


export type MutationRevokeOtherSessionsArgs = {
  input: RevokeOtherSessionsInput;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationRotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationSetUserRolesArgs = {
  input: SetUserRolesInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationSwitchCompanyArgs = {
  input: SwitchCompanyInput;
};


export type MutationUpdateCompanyArgs = {
  input: UpdateCompanyInput;
};


export type MutationUpdateMeArgs = {
  input: UpdateMeInput;
};


export type MutationUpdatePartnerArgs = {
  input: UpdatePartnerInput;
};


export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};

/** A key that was just made. */
export type NewApiKeyPayload = {
  __typename?: 'NewApiKeyPayload';
  /** The key as it is now. */
  apiKey: ApiKey;
  /**
   * Its text, `dvt_<prefix>_<secret>`, told this once: only a digest of it is kept. Null when the call repeats an earlier
   * one by its idempotency key.
   */
  text: Maybe<Scalars['String']['output']>;
};

/** Operations that were registered together. Those of older versions go on working until they are revoked. */
export type OperationManifest = {
  __typename?: 'OperationManifest';
  /** How many operations it has. */
  operationCount: Scalars['Int']['output'];
  /** When it was registered. */
  registeredAt: Scalars['DateTime']['output'];
  /** Who registered it; null when the company does not know that user any more. */
  registeredBy: Maybe<User>;
  /** When it was revoked; null while its operations may be run. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of the version, counted from 1 for each partner. */
  version: Scalars['Int']['output'];
};

/** Versions, the newest first. */
export type OperationManifestConnection = {
  __typename?: 'OperationManifestConnection';
  /** Versions of this page. */
  edges: Array<OperationManifestEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A version with its cursor. */
export type OperationManifestEdge = {
  __typename?: 'OperationManifestEdge';
  /** Pass it as `after` to go on behind this version. */
  cursor: Scalars['String']['output'];
  /** The version. */
  node: OperationManifest;
};

/** Where a page of a connection begins and ends, and whether more follows. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge: pass it as `after` to get the next page. Null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True when more edges follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when the page was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * A program of somebody else that acts in the company's books by itself: it shows an API key and runs operations that were
 * registered for it, no others. It belongs to the company that created it; other companies may consent to it.
 */
export type Partner = {
  __typename?: 'Partner';
  /** Companies that consent. The company that created the partner sees all of them, every other only itself. */
  consents: Array<PartnerConsent>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the partner; null when this company does not know that user. */
  createdBy: Maybe<User>;
  /** Identifier (UUID). It stands where the id of a user would, as the author of what the partner does. */
  id: Scalars['ID']['output'];
  /** True in the company that created the partner and so manages its keys and operations. */
  isOwn: Scalars['Boolean']['output'];
  /** API keys, the newest first; none unless the partner is the company's own. `first` is 1–100. */
  keys: ApiKeyConnection;
  /** How much the partner may ask, over all its keys and companies. */
  limits: PartnerLimits;
  /** Versions of the registered operations, the newest first; none unless the partner is the company's own. `first` is 1–100. */
  manifests: OperationManifestConnection;
  /** Name, 1–100 characters. */
  name: Scalars['String']['output'];
  /** Operations that the partner may run now, by id; none unless the partner is the company's own. `first` is 1–100. */
  operations: RegisteredOperationConnection;
  /** What this company lets the partner do at most; empty once the consent is withdrawn. */
  scopes: Array<Scalars['String']['output']>;
};


/**
 * A program of somebody else that acts in the company's books by itself: it shows an API key and runs operations that were
 * registered for it, no others. It belongs to the company that created it; other companies may consent to it.
 */
export type PartnerKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A program of somebody else that acts in the company's books by itself: it shows an API key and runs operations that were
 * registered for it, no others. It belongs to the company that created it; other companies may consent to it.
 */
export type PartnerManifestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A program of somebody else that acts in the company's books by itself: it shows an API key and runs operations that were
 * registered for it, no others. It belongs to the company that created it; other companies may consent to it.
 */
export type PartnerOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Partners by name: the company's own, and those that it consents to or once did. */
export type PartnerConnection = {
  __typename?: 'PartnerConnection';
  /** Partners of this page. */
  edges: Array<PartnerEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** What a company lets a partner do at most. */
export type PartnerConsent = {
  __typename?: 'PartnerConsent';
  /** Identifier of the company. */
  companyId: Scalars['ID']['output'];
  /** Permissions that a key of the partner may use there, if the key has them too. */
  scopes: Array<Scalars['String']['output']>;
  /** When the consent was last given or changed. */
  since: Scalars['DateTime']['output'];
  /** When it was withdrawn; null while it holds. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** A partner with its cursor. */
export type PartnerEdge = {
  __typename?: 'PartnerEdge';
  /** Pass it as `after` to go on behind this partner. */
  cursor: Scalars['String']['output'];
  /** The partner. */
  node: Partner;
};

/** How much a partner may ask. */
export type PartnerLimits = {
  __typename?: 'PartnerLimits';
  /** Sum of the costs of a minute's operations, in the units that `extensions.cost` tells. */
  costPerMinute: Scalars['Int']['output'];
  /** Requests an hour. */
  requestsPerHour: Scalars['Int']['output'];
  /** Requests a minute. */
  requestsPerMinute: Scalars['Int']['output'];
};

/** How much a partner may ask. What is left out stays as it is. */
export type PartnerLimitsInput = {
  /** Sum of the costs of a minute's operations, 1–100,000,000. */
  costPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Requests an hour, 1–10,000,000. */
  requestsPerHour?: InputMaybe<Scalars['Int']['input']>;
  /** Requests a minute, 1–1,000,000. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** The partner concerned. */
export type PartnerPayload = {
  __typename?: 'PartnerPayload';
  /** The partner as it is now. */
  partner: Partner;
};

export type Query = {
  __typename?: 'Query';
  /** The companies that the caller is a member of, by name. To change company, call `switchCompany`. */
  companies: Array<Company>;
  /** The company that the access token is bound to. */
  company: Company;
  /** Invitations to the company, the newest first. `first` is 1–100. */
  invitations: InvitationConnection;
  /** The user who asks. */
  me: Maybe<User>;
  /** A partner of the company; null when there is none with this identifier. */
  partner: Maybe<Partner>;
  /** Partners by name: the company's own, and those that it consents to or once did. `first` is 1–100. */
  partners: PartnerConnection;
  /** All roles that members of the company can have: the built-in ones, then its own by name. */
  roles: Array<Role>;
  /** Whether the caller signs in with a second factor. */
  secondFactor: SecondFactor;
  /** Security events of the company, newest first. Errors: BAD_USER_INPUT. */
  securityEvents: SecurityEventConnection;
  /** Open sessions of the caller in all companies, those used last first; at most 100. */
  sessions: Array<UserSession>;
  /** Members of the company by name, former ones included. `first` is 1–100. */
  users: UserConnection;
};


export type QueryInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPartnerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySecurityEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecurityEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Codes for the day when the device is lost. */
export type RecoveryCodesPayload = {
  __typename?: 'RecoveryCodesPayload';
  /** Ten codes, each good for one sign-in; told this once. */
  recoveryCodes: Array<Scalars['String']['output']>;
};

/** The refresh token of a session. */
export type RefreshSessionInput = {
  /** Token that the last `signIn`, `switchCompany`, `changePassword` or `refreshSession` answered. It is good for one use. */
  refreshToken: Scalars['String']['input'];
};

/** Asks for new recovery codes. */
export type RegenerateRecoveryCodesInput = {
  /** Six digits of the app, or a recovery code. */
  code: Scalars['String']['input'];
};

/** Operations to register for a partner. */
export type RegisterOperationsInput = {
  /**
   * Text of a manifest: either Apollo's `apollo-persisted-query-manifest`, version 1, or a JSON object of texts by id. At most
   * 1,000 operations. An id has at most 128 characters; one that looks like a SHA-256 digest must be that of the text.
   */
  manifest: Scalars['String']['input'];
  /** Identifier of one of the company's own partners. */
  partnerId: Scalars['ID']['input'];
};

/** What became of the manifest. */
export type RegisterOperationsPayload = {
  __typename?: 'RegisterOperationsPayload';
  /** False when the newest version had this very content already. */
  isNew: Scalars['Boolean']['output'];
  /** The version that the partner runs now. */
  manifest: OperationManifest;
};

/** An operation that a partner may run by its id. */
export type RegisteredOperation = {
  __typename?: 'RegisteredOperation';
  /** Text of the operation. */
  body: Scalars['String']['output'];
  /** Id that the partner sends, usually the SHA-256 digest of the text. */
  id: Scalars['ID']['output'];
  /** Name of the operation. */
  name: Scalars['String']['output'];
  /** What kind of operation it is. */
  type: RegisteredOperationType;
  /** Version of the manifest that it came with. */
  version: Scalars['Int']['output'];
};

/** Operations by id. */
export type RegisteredOperationConnection = {
  __typename?: 'RegisteredOperationConnection';
  /** Operations of this page. */
  edges: Array<RegisteredOperationEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An operation with its cursor. */
export type RegisteredOperationEdge = {
  __typename?: 'RegisteredOperationEdge';
  /** Pass it as `after` to go on behind this operation. */
  cursor: Scalars['String']['output'];
  /** The operation. */
  node: RegisteredOperation;
};

/** Kinds of operations. */
export type RegisteredOperationType =
  /** Writes. */
  | 'MUTATION'
  /** Reads. */
  | 'QUERY'
  /** Is told of events, over a WebSocket. */
  | 'SUBSCRIPTION';

/** Who is to be a member again. */
export type RestoreMembershipInput = {
  /** Names of the roles to come back with, 1–20; those of before when left out. */
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Identifier of a former member of the company. */
  userId: Scalars['ID']['input'];
};

/** The key that is good no more. */
export type RevokeApiKeyInput = {
  /** Identifier of the key. */
  id: Scalars['ID']['input'];
};

/** The invitation to withdraw. */
export type RevokeInvitationInput = {
  /** Identifier of the invitation. */
  id: Scalars['ID']['input'];
};

/** A version to revoke. */
export type RevokeManifestInput = {
  /** Identifier of one of the company's own partners. */
  partnerId: Scalars['ID']['input'];
  /** Number of the version. */
  version: Scalars['Int']['input'];
};

/** The version that was revoked. */
export type RevokeManifestPayload = {
  __typename?: 'RevokeManifestPayload';
  /** The version as it is now. */
  manifest: OperationManifest;
};

/** Operations to revoke, in whatever versions they are. */
export type RevokeOperationsInput = {
  /** Ids of the operations, 1–1,000. */
  ids: Array<Scalars['String']['input']>;
  /** Identifier of one of the company's own partners. */
  partnerId: Scalars['ID']['input'];
};

/** How many operations were revoked. */
export type RevokeOperationsPayload = {
  __typename?: 'RevokeOperationsPayload';
  /** Operations revoked by this call, each version counted. */
  revoked: Scalars['Int']['output'];
};

/** Ends all sessions of the caller but the one that asks. */
export type RevokeOtherSessionsInput = {
  /** Accepted and not needed: the mutation may be repeated as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A session of the caller's own, to be ended. */
export type RevokeSessionInput = {
  /** Identifier of the session, as `sessions` tells it. */
  id: Scalars['ID']['input'];
};

/** How many sessions were ended. */
export type RevokeSessionsPayload = {
  __typename?: 'RevokeSessionsPayload';
  /** Sessions that were open until now. */
  revoked: Scalars['Int']['output'];
};

/** A set of permissions with a name. Built-in roles are the same in every company; others are the company's own. */
export type Role = {
  __typename?: 'Role';
  /** True for roles that are part of the program and cannot be changed. */
  isBuiltIn: Scalars['Boolean']['output'];
  /** How many members of the company have the role now. */
  memberCount: Scalars['Int']['output'];
  /** Name by which the role is given, for example "accountant". */
  name: Scalars['String']['output'];
  /** What the role allows, for example "transactions:read". */
  permissions: Array<Scalars['String']['output']>;
  /** Title in English. */
  titleEn: Scalars['String']['output'];
  /** Title in Georgian. */
  titleKa: Scalars['String']['output'];
};

/** The role after the command. */
export type RolePayload = {
  __typename?: 'RolePayload';
  /** The role. */
  role: Role;
};

/** The key that a new one is to follow. */
export type RotateApiKeyInput = {
  /** Identifier of the key. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result, though without the key's text. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For how many seconds both are good, 0–2,592,000 (30 days). The old one never outlives its own end. */
  overlapSeconds: Scalars['Int']['input'];
};

/** The caller's second factor: codes of an authenticator app, asked for at every sign-in. */
export type SecondFactor = {
  __typename?: 'SecondFactor';
  /** True when a code is asked for at every sign-in. */
  isEnabled: Scalars['Boolean']['output'];
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft: Scalars['Int']['output'];
};

/** Who did what from where, for whoever has to find out later. Written once and never changed. */
export type SecurityEvent = {
  __typename?: 'SecurityEvent';
  /** The user who did it; null for a partner, and when nobody had been recognised. */
  actor: Maybe<User>;
  /** Identifier of the user or partner who did it; null when nobody had been recognised. */
  actorId: Maybe<Scalars['ID']['output']>;
  /** Network address of the client. */
  address: Maybe<Scalars['String']['output']>;
  /** When it was written down, by the clock of the database. */
  at: Scalars['DateTime']['output'];
  /** Further facts, as a JSON object in text. */
  details: Scalars['String']['output'];
  /** Identifier of the event. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: SecurityEventKind;
  /** Identifier of the request, as the client was told it. */
  requestId: Maybe<Scalars['String']['output']>;
  /** Whom or what it was done to: a user, role, session, key or partner. */
  subjectId: Maybe<Scalars['String']['output']>;
};

/** A page of security events, newest first. */
export type SecurityEventConnection = {
  __typename?: 'SecurityEventConnection';
  /** Events of this page. */
  edges: Array<SecurityEventEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A security event with its cursor. */
export type SecurityEventEdge = {
  __typename?: 'SecurityEventEdge';
  /** Pass it as `after` to go on to older ones. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: SecurityEvent;
};

/** Which security events are wanted; what is left out does not matter. */
export type SecurityEventFilter = {
  /** Done by this user or partner. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Written down at this moment or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Any of these kinds. */
  kinds?: InputMaybe<Array<SecurityEventKind>>;
  /** Written down before this moment. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a security event tells. */
export type SecurityEventKind =
  /** Somebody asked for what their rights do not cover. */
  | 'ACCESS_DENIED'
  /** An API key was made. */
  | 'API_KEY_CREATED'
  /** An API key was refused. */
  | 'API_KEY_REFUSED'
  /** An API key was revoked. */
  | 'API_KEY_REVOKED'
  /** An API key was used; not every use is told. */
  | 'API_KEY_USED'
  /** A company was founded. */
  | 'COMPANY_CREATED'
  /** Somebody went on to this company from another. */
  | 'COMPANY_SWITCHED'
  /** An invitation was accepted. */
  | 'INVITATION_ACCEPTED'
  /** An invitation was taken back. */
  | 'INVITATION_REVOKED'
  /** Somebody's membership was ended. */
  | 'MEMBERSHIP_ENDED'
  /** Somebody became a member again. */
  | 'MEMBERSHIP_RESTORED'
  /** Operations of a partner were registered. */
  | 'OPERATIONS_REGISTERED'
  /** Operations of a partner were revoked. */
  | 'OPERATIONS_REVOKED'
  /** The company let a partner in. */
  | 'PARTNER_CONSENT_GIVEN'
  /** The company let a partner in no more. */
  | 'PARTNER_CONSENT_WITHDRAWN'
  /** A partner was entered. */
  | 'PARTNER_CREATED'
  /** Somebody changed their password. */
  | 'PASSWORD_CHANGED'
  /** Somebody asked more than they may. */
  | 'RATE_LIMITED'
  /** Somebody signed in with a recovery code. */
  | 'RECOVERY_CODE_USED'
  /** A used refresh token came back, so the session was ended. */
  | 'REFRESH_TOKEN_REUSED'
  /** A role was defined or changed. */
  | 'ROLE_DEFINED'
  /** A role was deleted. */
  | 'ROLE_DELETED'
  /** Somebody took their second factor away. */
  | 'SECOND_FACTOR_DISABLED'
  /** Somebody enabled their second factor, or took new recovery codes. */
  | 'SECOND_FACTOR_ENABLED'
  /** Somebody ended a session of their own. */
  | 'SESSION_REVOKED'
  /** Somebody signed in. */
  | 'SIGNED_IN'
  /** Somebody signed out. */
  | 'SIGNED_OUT'
  /** A sign-in failed; `details` says by what. */
  | 'SIGN_IN_FAILED'
  /** An account or a client's address had failed too often; told once in a window. */
  | 'SIGN_IN_THROTTLED'
  /** A user was disabled. */
  | 'USER_DISABLED'
  /** A disabled user was enabled. */
  | 'USER_ENABLED'
  /** Somebody was invited. */
  | 'USER_INVITED'
  /** Somebody's roles were changed. */
  | 'USER_ROLES_CHANGED';

/** The company of a session, as far as it can be told before the access token is used. */
export type SessionCompany = {
  __typename?: 'SessionCompany';
  /** Identifier of the company. */
  id: Scalars['ID']['output'];
  /** Name in Georgian, or as registered. */
  name: Scalars['String']['output'];
  /** Name in English, if there is one. */
  nameEn: Maybe<Scalars['String']['output']>;
};

/** A session: a short-lived access token, and a refresh token that gets the next one. */
export type SessionPayload = {
  __typename?: 'SessionPayload';
  /** Send it as `Authorization: Bearer …`. It is bound to one company. */
  accessToken: Scalars['String']['output'];
  /** The company that the tokens are bound to. */
  company: SessionCompany;
  /** Seconds until the access token expires. */
  expiresIn: Scalars['Int']['output'];
  /** What these roles allow, for example "transactions:read". */
  permissions: Array<Scalars['String']['output']>;
  /**
   * Good for one use with `refreshSession`. If the answer to that was lost, the same token may be shown again within ten
   * seconds, and gets the same successor; using it later, or when its successor has been used, ends the session.
   */
  refreshToken: Scalars['String']['output'];
  /** Names of the user's roles in that company. */
  roles: Array<Scalars['String']['output']>;
  /** Who has signed in. */
  user: SessionUser;
};

/** The user of a session, as far as it can be told before the access token is used. */
export type SessionUser = {
  __typename?: 'SessionUser';
  /** E-mail address that the user signs in with. */
  email: Scalars['String']['output'];
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
  /** Name as it is shown to colleagues. */
  name: Scalars['String']['output'];
};

/** Whose roles are to be which. */
export type SetUserRolesInput = {
  /** Names of the roles that the member is to have instead of those so far, 1–20. */
  roles: Array<Scalars['String']['input']>;
  /** Identifier of a member of the company. */
  userId: Scalars['ID']['input'];
};

/** Who signs in, and where. */
export type SignInInput = {
  /** Company to sign in to; without it the first by name of those that the user is a member of. */
  companyId?: InputMaybe<Scalars['ID']['input']>;
  /** E-mail address, whatever its case; at most 254 characters. */
  email: Scalars['String']['input'];
  /** Password, 1–128 characters. */
  password: Scalars['String']['input'];
  /**
   * Six digits of the authenticator app, or one of the recovery codes. Needed when the user has enabled a second factor:
   * without it the right password is answered by UNAUTHENTICATED with the reason SECOND_FACTOR_REQUIRED.
   */
  secondFactor?: InputMaybe<Scalars['String']['input']>;
};

/** The session to end. */
export type SignOutInput = {
  /** Ends the session of this refresh token; without it the session of the access token that the call carries. */
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** What became of the session. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** True when this call ended the session; false when it had ended before. */
  signedOut: Scalars['Boolean']['output'];
};

/** The company to go to. */
export type SwitchCompanyInput = {
  /** Company that the caller is a member of. */
  companyId: Scalars['ID']['input'];
};

/** What to change about the company; what is left out stays, null clears. */
export type UpdateCompanyInput = {
  /** Name in Georgian, or as registered, 1–250 characters. It cannot be cleared. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Name in English, 1–250 characters. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Identification number of the taxpayer: nine digits. */
  taxId?: InputMaybe<Scalars['String']['input']>;
};

/** What to change about oneself; what is left out stays. */
export type UpdateMeInput = {
  /** ISO 639-1 code of the preferred language: "ka", "en" or "ru". */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name as it is shown to colleagues, 1–250 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What is to change about a partner. What is left out stays as it is. */
export type UpdatePartnerInput = {
  /** Identifier of one of the company's own partners. */
  id: Scalars['ID']['input'];
  /** New limits. They hold within a minute. */
  limits?: InputMaybe<PartnerLimitsInput>;
  /** New name, 1–100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Somebody who acts, or once did, in the company: a person who is or was a member, or a partner. Everything but the id is
 * nullable, so that books can still be read when it cannot be told who someone was.
 */
export type User = {
  __typename?: 'User';
  /** When the user was entered. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** E-mail address that the user signs in with; a partner has none. */
  email: Maybe<Scalars['String']['output']>;
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
  /** False once the membership has ended or the user was disabled. */
  isActive: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is a person or a partner's program. */
  kind: Maybe<UserKind>;
  /** ISO 639-1 code of the language that the user prefers: "ka", "en" or "ru". */
  language: Maybe<Scalars['String']['output']>;
  /** Name as it is shown to colleagues. */
  name: Maybe<Scalars['String']['output']>;
  /** Names of the user's roles in the company of the access token; empty for a former member. */
  roles: Maybe<Array<Scalars['String']['output']>>;
};

/** Members of the company by name, former ones included. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** Users of this page. */
  edges: Array<UserEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A user with its cursor. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Pass it as `after` to go on behind this user. */
  cursor: Scalars['String']['output'];
  /** The user. */
  node: User;
};

/** What kind of author a user is. */
export type UserKind =
  /** A program that acts by an API key. */
  | 'PARTNER'
  /** Somebody who signs in. */
  | 'PERSON';

/** The user after the command. */
export type UserPayload = {
  __typename?: 'UserPayload';
  /** The user. */
  user: User;
};

/** A session of the caller's own: a sign-in that goes on. */
export type UserSession = {
  __typename?: 'UserSession';
  /** Network address that the user signed in from. */
  address: Maybe<Scalars['String']['output']>;
  /** The company that the session is bound to. */
  company: Maybe<Company>;
  /** When the user signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends unless its tokens are renewed before. */
  expiresAt: Scalars['DateTime']['output'];
  /** Identifier of the session. */
  id: Scalars['ID']['output'];
  /** True for the session of the access token that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When its tokens were last renewed. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** What the client called itself then, cut to 200 characters. */
  userAgent: Maybe<Scalars['String']['output']>;
};

/** The partner that the company lets in no more. */
export type WithdrawConsentInput = {
  /** Identifier of the partner. */
  partnerId: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Company: Company;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Company:
    ( { __typename: 'Company' }
    & GraphQLRecursivePick<FederationTypes['Company'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AcceptInvitationPayload: ResolverTypeWrapper<AcceptInvitationPayload>;
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyPayload: ResolverTypeWrapper<Omit<ApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  BeginSecondFactorInput: BeginSecondFactorInput;
  BeginSecondFactorPayload: ResolverTypeWrapper<BeginSecondFactorPayload>;
  ChangePasswordInput: ChangePasswordInput;
  Company: ResolverTypeWrapper<CompanyRow>;
  CompanyPayload: ResolverTypeWrapper<Omit<CompanyPayload, 'company'> & { company: ResolversTypes['Company'] }>;
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  ConsentToPartnerInput: ConsentToPartnerInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateCompanyInput: CreateCompanyInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreatePartnerInput: CreatePartnerInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DefineRoleInput: DefineRoleInput;
  DeleteRoleInput: DeleteRoleInput;
  DeleteRolePayload: ResolverTypeWrapper<DeleteRolePayload>;
  DisableSecondFactorInput: DisableSecondFactorInput;
  DisableSecondFactorPayload: ResolverTypeWrapper<DisableSecondFactorPayload>;
  EndMembershipInput: EndMembershipInput;
  Invitation: ResolverTypeWrapper<InvitationRow>;
  InvitationConnection: ResolverTypeWrapper<Omit<InvitationConnection, 'edges'> & { edges: Array<ResolversTypes['InvitationEdge']> }>;
  InvitationEdge: ResolverTypeWrapper<Omit<InvitationEdge, 'node'> & { node: ResolversTypes['Invitation'] }>;
  InvitationPayload: ResolverTypeWrapper<Omit<InvitationPayload, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  InvitationStatus: InvitationStatus;
  InviteUserInput: InviteUserInput;
  InviteUserPayload: ResolverTypeWrapper<Omit<InviteUserPayload, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewApiKeyPayload: ResolverTypeWrapper<Omit<NewApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  OperationManifest: ResolverTypeWrapper<ManifestRow>;
  OperationManifestConnection: ResolverTypeWrapper<Omit<OperationManifestConnection, 'edges'> & { edges: Array<ResolversTypes['OperationManifestEdge']> }>;
  OperationManifestEdge: ResolverTypeWrapper<Omit<OperationManifestEdge, 'node'> & { node: ResolversTypes['OperationManifest'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Partner: ResolverTypeWrapper<PartnerRow>;
  PartnerConnection: ResolverTypeWrapper<Omit<PartnerConnection, 'edges'> & { edges: Array<ResolversTypes['PartnerEdge']> }>;
  PartnerConsent: ResolverTypeWrapper<PartnerConsent>;
  PartnerEdge: ResolverTypeWrapper<Omit<PartnerEdge, 'node'> & { node: ResolversTypes['Partner'] }>;
  PartnerLimits: ResolverTypeWrapper<PartnerLimits>;
  PartnerLimitsInput: PartnerLimitsInput;
  PartnerPayload: ResolverTypeWrapper<Omit<PartnerPayload, 'partner'> & { partner: ResolversTypes['Partner'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecoveryCodesPayload: ResolverTypeWrapper<RecoveryCodesPayload>;
  RefreshSessionInput: RefreshSessionInput;
  RegenerateRecoveryCodesInput: RegenerateRecoveryCodesInput;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsPayload: ResolverTypeWrapper<Omit<RegisterOperationsPayload, 'manifest'> & { manifest: ResolversTypes['OperationManifest'] }>;
  RegisteredOperation: ResolverTypeWrapper<StoredOperation>;
  RegisteredOperationConnection: ResolverTypeWrapper<Omit<RegisteredOperationConnection, 'edges'> & { edges: Array<ResolversTypes['RegisteredOperationEdge']> }>;
  RegisteredOperationEdge: ResolverTypeWrapper<Omit<RegisteredOperationEdge, 'node'> & { node: ResolversTypes['RegisteredOperation'] }>;
  RegisteredOperationType: RegisteredOperationType;
  RestoreMembershipInput: RestoreMembershipInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeManifestInput: RevokeManifestInput;
  RevokeManifestPayload: ResolverTypeWrapper<Omit<RevokeManifestPayload, 'manifest'> & { manifest: ResolversTypes['OperationManifest'] }>;
  RevokeOperationsInput: RevokeOperationsInput;
  RevokeOperationsPayload: ResolverTypeWrapper<RevokeOperationsPayload>;
  RevokeOtherSessionsInput: RevokeOtherSessionsInput;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionsPayload: ResolverTypeWrapper<RevokeSessionsPayload>;
  Role: ResolverTypeWrapper<RoleRow>;
  RolePayload: ResolverTypeWrapper<Omit<RolePayload, 'role'> & { role: ResolversTypes['Role'] }>;
  RotateApiKeyInput: RotateApiKeyInput;
  SecondFactor: ResolverTypeWrapper<SecondFactor>;
  SecurityEvent: ResolverTypeWrapper<SecurityEventRow>;
  SecurityEventConnection: ResolverTypeWrapper<Omit<SecurityEventConnection, 'edges'> & { edges: Array<ResolversTypes['SecurityEventEdge']> }>;
  SecurityEventEdge: ResolverTypeWrapper<Omit<SecurityEventEdge, 'node'> & { node: ResolversTypes['SecurityEvent'] }>;
  SecurityEventFilter: SecurityEventFilter;
  SecurityEventKind: SecurityEventKind;
  SessionCompany: ResolverTypeWrapper<SessionCompany>;
  SessionPayload: ResolverTypeWrapper<OpenSession>;
  SessionUser: ResolverTypeWrapper<SessionUser>;
  SetUserRolesInput: SetUserRolesInput;
  SignInInput: SignInInput;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  SwitchCompanyInput: SwitchCompanyInput;
  UpdateCompanyInput: UpdateCompanyInput;
  UpdateMeInput: UpdateMeInput;
  UpdatePartnerInput: UpdatePartnerInput;
  User: ResolverTypeWrapper<UserRow>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: Array<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserKind: UserKind;
  UserPayload: ResolverTypeWrapper<Omit<UserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  UserSession: ResolverTypeWrapper<UserSessionRow>;
  WithdrawConsentInput: WithdrawConsentInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  String: Scalars['String']['output'];
  AcceptInvitationPayload: AcceptInvitationPayload;
  ApiKey: ApiKeyRow;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyPayload: Omit<ApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  BeginSecondFactorInput: BeginSecondFactorInput;
  BeginSecondFactorPayload: BeginSecondFactorPayload;
  ChangePasswordInput: ChangePasswordInput;
  Company: CompanyRow;
  CompanyPayload: Omit<CompanyPayload, 'company'> & { company: ResolversParentTypes['Company'] };
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  ConsentToPartnerInput: ConsentToPartnerInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateCompanyInput: CreateCompanyInput;
  Int: Scalars['Int']['output'];
  CreatePartnerInput: CreatePartnerInput;
  DateTime: Scalars['DateTime']['output'];
  DefineRoleInput: DefineRoleInput;
  DeleteRoleInput: DeleteRoleInput;
  DeleteRolePayload: DeleteRolePayload;
  DisableSecondFactorInput: DisableSecondFactorInput;
  DisableSecondFactorPayload: DisableSecondFactorPayload;
  EndMembershipInput: EndMembershipInput;
  Invitation: InvitationRow;
  InvitationConnection: Omit<InvitationConnection, 'edges'> & { edges: Array<ResolversParentTypes['InvitationEdge']> };
  InvitationEdge: Omit<InvitationEdge, 'node'> & { node: ResolversParentTypes['Invitation'] };
  InvitationPayload: Omit<InvitationPayload, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  InviteUserInput: InviteUserInput;
  InviteUserPayload: Omit<InviteUserPayload, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  Mutation: Record<PropertyKey, never>;
  NewApiKeyPayload: Omit<NewApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  OperationManifest: ManifestRow;
  OperationManifestConnection: Omit<OperationManifestConnection, 'edges'> & { edges: Array<ResolversParentTypes['OperationManifestEdge']> };
  OperationManifestEdge: Omit<OperationManifestEdge, 'node'> & { node: ResolversParentTypes['OperationManifest'] };
  PageInfo: PageInfo;
  Partner: PartnerRow;
  PartnerConnection: Omit<PartnerConnection, 'edges'> & { edges: Array<ResolversParentTypes['PartnerEdge']> };
  PartnerConsent: PartnerConsent;
  PartnerEdge: Omit<PartnerEdge, 'node'> & { node: ResolversParentTypes['Partner'] };
  PartnerLimits: PartnerLimits;
  PartnerLimitsInput: PartnerLimitsInput;
  PartnerPayload: Omit<PartnerPayload, 'partner'> & { partner: ResolversParentTypes['Partner'] };
  Query: Record<PropertyKey, never>;
  RecoveryCodesPayload: RecoveryCodesPayload;
  RefreshSessionInput: RefreshSessionInput;
  RegenerateRecoveryCodesInput: RegenerateRecoveryCodesInput;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsPayload: Omit<RegisterOperationsPayload, 'manifest'> & { manifest: ResolversParentTypes['OperationManifest'] };
  RegisteredOperation: StoredOperation;
  RegisteredOperationConnection: Omit<RegisteredOperationConnection, 'edges'> & { edges: Array<ResolversParentTypes['RegisteredOperationEdge']> };
  RegisteredOperationEdge: Omit<RegisteredOperationEdge, 'node'> & { node: ResolversParentTypes['RegisteredOperation'] };
  RestoreMembershipInput: RestoreMembershipInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeManifestInput: RevokeManifestInput;
  RevokeManifestPayload: Omit<RevokeManifestPayload, 'manifest'> & { manifest: ResolversParentTypes['OperationManifest'] };
  RevokeOperationsInput: RevokeOperationsInput;
  RevokeOperationsPayload: RevokeOperationsPayload;
  RevokeOtherSessionsInput: RevokeOtherSessionsInput;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionsPayload: RevokeSessionsPayload;
  Role: RoleRow;
  RolePayload: Omit<RolePayload, 'role'> & { role: ResolversParentTypes['Role'] };
  RotateApiKeyInput: RotateApiKeyInput;
  SecondFactor: SecondFactor;
  SecurityEvent: SecurityEventRow;
  SecurityEventConnection: Omit<SecurityEventConnection, 'edges'> & { edges: Array<ResolversParentTypes['SecurityEventEdge']> };
  SecurityEventEdge: Omit<SecurityEventEdge, 'node'> & { node: ResolversParentTypes['SecurityEvent'] };
  SecurityEventFilter: SecurityEventFilter;
  SessionCompany: SessionCompany;
  SessionPayload: OpenSession;
  SessionUser: SessionUser;
  SetUserRolesInput: SetUserRolesInput;
  SignInInput: SignInInput;
  SignOutInput: SignOutInput;
  SignOutPayload: SignOutPayload;
  SwitchCompanyInput: SwitchCompanyInput;
  UpdateCompanyInput: UpdateCompanyInput;
  UpdateMeInput: UpdateMeInput;
  UpdatePartnerInput: UpdatePartnerInput;
  User: UserRow;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: Array<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserPayload: Omit<UserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  UserSession: UserSessionRow;
  WithdrawConsentInput: WithdrawConsentInput;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = IdentityContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptInvitationPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AcceptInvitationPayload'] = ResolversParentTypes['AcceptInvitationPayload']> = {
  company?: Resolver<ResolversTypes['SessionCompany'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  successorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ApiKeyPayload'] = ResolversParentTypes['ApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type BeginSecondFactorPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BeginSecondFactorPayload'] = ResolversParentTypes['BeginSecondFactorPayload']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company'], FederationReferenceType extends FederationReferenceTypes['Company'] = FederationReferenceTypes['Company']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Company']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CompanyPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['CompanyPayload'] = ResolversParentTypes['CompanyPayload']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteRolePayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['DeleteRolePayload'] = ResolversParentTypes['DeleteRolePayload']> = {
  deletedName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisableSecondFactorPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['DisableSecondFactorPayload'] = ResolversParentTypes['DisableSecondFactorPayload']> = {
  secondFactor?: Resolver<ResolversTypes['SecondFactor'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InvitationStatus'], ParentType, ContextType>;
};

export type InvitationConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InvitationConnection'] = ResolversParentTypes['InvitationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvitationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InvitationEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InvitationEdge'] = ResolversParentTypes['InvitationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export type InvitationPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InvitationPayload'] = ResolversParentTypes['InvitationPayload']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export type InviteUserPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InviteUserPayload'] = ResolversParentTypes['InviteUserPayload']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationPayload'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'input'>>;
  beginSecondFactor?: Resolver<ResolversTypes['BeginSecondFactorPayload'], ParentType, ContextType, RequireFields<MutationBeginSecondFactorArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  confirmSecondFactor?: Resolver<ResolversTypes['RecoveryCodesPayload'], ParentType, ContextType, RequireFields<MutationConfirmSecondFactorArgs, 'input'>>;
  consentToPartner?: Resolver<ResolversTypes['PartnerPayload'], ParentType, ContextType, RequireFields<MutationConsentToPartnerArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['NewApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createCompany?: Resolver<ResolversTypes['CompanyPayload'], ParentType, ContextType, RequireFields<MutationCreateCompanyArgs, 'input'>>;
  createPartner?: Resolver<ResolversTypes['PartnerPayload'], ParentType, ContextType, RequireFields<MutationCreatePartnerArgs, 'input'>>;
  defineRole?: Resolver<ResolversTypes['RolePayload'], ParentType, ContextType, RequireFields<MutationDefineRoleArgs, 'input'>>;
  deleteRole?: Resolver<ResolversTypes['DeleteRolePayload'], ParentType, ContextType, RequireFields<MutationDeleteRoleArgs, 'input'>>;
  disableSecondFactor?: Resolver<ResolversTypes['DisableSecondFactorPayload'], ParentType, ContextType, RequireFields<MutationDisableSecondFactorArgs, 'input'>>;
  endMembership?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationEndMembershipArgs, 'input'>>;
  inviteUser?: Resolver<ResolversTypes['InviteUserPayload'], ParentType, ContextType, RequireFields<MutationInviteUserArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  regenerateRecoveryCodes?: Resolver<ResolversTypes['RecoveryCodesPayload'], ParentType, ContextType, RequireFields<MutationRegenerateRecoveryCodesArgs, 'input'>>;
  registerOperations?: Resolver<ResolversTypes['RegisterOperationsPayload'], ParentType, ContextType, RequireFields<MutationRegisterOperationsArgs, 'input'>>;
  restoreMembership?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationRestoreMembershipArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['ApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['InvitationPayload'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'input'>>;
  revokeManifest?: Resolver<ResolversTypes['RevokeManifestPayload'], ParentType, ContextType, RequireFields<MutationRevokeManifestArgs, 'input'>>;
  revokeOperations?: Resolver<ResolversTypes['RevokeOperationsPayload'], ParentType, ContextType, RequireFields<MutationRevokeOperationsArgs, 'input'>>;
  revokeOtherSessions?: Resolver<ResolversTypes['RevokeSessionsPayload'], ParentType, ContextType, RequireFields<MutationRevokeOtherSessionsArgs, 'input'>>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionsPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  rotateApiKey?: Resolver<ResolversTypes['NewApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRotateApiKeyArgs, 'input'>>;
  setUserRoles?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationSetUserRolesArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  switchCompany?: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationSwitchCompanyArgs, 'input'>>;
  updateCompany?: Resolver<ResolversTypes['CompanyPayload'], ParentType, ContextType, RequireFields<MutationUpdateCompanyArgs, 'input'>>;
  updateMe?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUpdateMeArgs, 'input'>>;
  updatePartner?: Resolver<ResolversTypes['PartnerPayload'], ParentType, ContextType, RequireFields<MutationUpdatePartnerArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['PartnerPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
};

export type NewApiKeyPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['NewApiKeyPayload'] = ResolversParentTypes['NewApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperationManifestResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['OperationManifest'] = ResolversParentTypes['OperationManifest']> = {
  operationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  registeredBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationManifestConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['OperationManifestConnection'] = ResolversParentTypes['OperationManifestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OperationManifestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OperationManifestEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['OperationManifestEdge'] = ResolversParentTypes['OperationManifestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationManifest'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  consents?: Resolver<Array<ResolversTypes['PartnerConsent']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<PartnerKeysArgs>>;
  limits?: Resolver<ResolversTypes['PartnerLimits'], ParentType, ContextType>;
  manifests?: Resolver<ResolversTypes['OperationManifestConnection'], ParentType, ContextType, Partial<PartnerManifestsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['RegisteredOperationConnection'], ParentType, ContextType, Partial<PartnerOperationsArgs>>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerConsentResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PartnerConsent'] = ResolversParentTypes['PartnerConsent']> = {
  companyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerLimitsResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PartnerLimits'] = ResolversParentTypes['PartnerLimits']> = {
  costPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PartnerPayload'] = ResolversParentTypes['PartnerPayload']> = {
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  companies?: Resolver<Array<ResolversTypes['Company']>, ParentType, ContextType>;
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  invitations?: Resolver<ResolversTypes['InvitationConnection'], ParentType, ContextType, Partial<QueryInvitationsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType, RequireFields<QueryPartnerArgs, 'id'>>;
  partners?: Resolver<ResolversTypes['PartnerConnection'], ParentType, ContextType, Partial<QueryPartnersArgs>>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  secondFactor?: Resolver<ResolversTypes['SecondFactor'], ParentType, ContextType>;
  securityEvents?: Resolver<ResolversTypes['SecurityEventConnection'], ParentType, ContextType, Partial<QuerySecurityEventsArgs>>;
  sessions?: Resolver<Array<ResolversTypes['UserSession']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
};

export type RecoveryCodesPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RecoveryCodesPayload'] = ResolversParentTypes['RecoveryCodesPayload']> = {
  recoveryCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegisterOperationsPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegisterOperationsPayload'] = ResolversParentTypes['RegisterOperationsPayload']> = {
  isNew?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  manifest?: Resolver<ResolversTypes['OperationManifest'], ParentType, ContextType>;
};

export type RegisteredOperationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegisteredOperation'] = ResolversParentTypes['RegisteredOperation']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RegisteredOperationType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegisteredOperationConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegisteredOperationConnection'] = ResolversParentTypes['RegisteredOperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegisteredOperationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RegisteredOperationEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegisteredOperationEdge'] = ResolversParentTypes['RegisteredOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RegisteredOperation'], ParentType, ContextType>;
};

export type RevokeManifestPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RevokeManifestPayload'] = ResolversParentTypes['RevokeManifestPayload']> = {
  manifest?: Resolver<ResolversTypes['OperationManifest'], ParentType, ContextType>;
};

export type RevokeOperationsPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RevokeOperationsPayload'] = ResolversParentTypes['RevokeOperationsPayload']> = {
  revoked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RevokeSessionsPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RevokeSessionsPayload'] = ResolversParentTypes['RevokeSessionsPayload']> = {
  revoked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoleResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role']> = {
  isBuiltIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  titleEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RolePayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RolePayload'] = ResolversParentTypes['RolePayload']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type SecondFactorResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SecondFactor'] = ResolversParentTypes['SecondFactor']> = {
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecurityEventResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SecurityEvent'] = ResolversParentTypes['SecurityEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SecurityEventKind'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityEventConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SecurityEventConnection'] = ResolversParentTypes['SecurityEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SecurityEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityEventEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SecurityEventEdge'] = ResolversParentTypes['SecurityEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityEvent'], ParentType, ContextType>;
};

export type SessionCompanyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SessionCompany'] = ResolversParentTypes['SessionCompany']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SessionPayload'] = ResolversParentTypes['SessionPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<ResolversTypes['SessionCompany'], ParentType, ContextType>;
  expiresIn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['SessionUser'], ParentType, ContextType>;
};

export type SessionUserResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SessionUser'] = ResolversParentTypes['SessionUser']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  signedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['UserKind']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserPayload'] = ResolversParentTypes['UserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserSessionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserSession'] = ResolversParentTypes['UserSession']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = IdentityContext> = {
  AcceptInvitationPayload?: AcceptInvitationPayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyPayload?: ApiKeyPayloadResolvers<ContextType>;
  BeginSecondFactorPayload?: BeginSecondFactorPayloadResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyPayload?: CompanyPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteRolePayload?: DeleteRolePayloadResolvers<ContextType>;
  DisableSecondFactorPayload?: DisableSecondFactorPayloadResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationConnection?: InvitationConnectionResolvers<ContextType>;
  InvitationEdge?: InvitationEdgeResolvers<ContextType>;
  InvitationPayload?: InvitationPayloadResolvers<ContextType>;
  InviteUserPayload?: InviteUserPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NewApiKeyPayload?: NewApiKeyPayloadResolvers<ContextType>;
  OperationManifest?: OperationManifestResolvers<ContextType>;
  OperationManifestConnection?: OperationManifestConnectionResolvers<ContextType>;
  OperationManifestEdge?: OperationManifestEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerConsent?: PartnerConsentResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerLimits?: PartnerLimitsResolvers<ContextType>;
  PartnerPayload?: PartnerPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecoveryCodesPayload?: RecoveryCodesPayloadResolvers<ContextType>;
  RegisterOperationsPayload?: RegisterOperationsPayloadResolvers<ContextType>;
  RegisteredOperation?: RegisteredOperationResolvers<ContextType>;
  RegisteredOperationConnection?: RegisteredOperationConnectionResolvers<ContextType>;
  RegisteredOperationEdge?: RegisteredOperationEdgeResolvers<ContextType>;
  RevokeManifestPayload?: RevokeManifestPayloadResolvers<ContextType>;
  RevokeOperationsPayload?: RevokeOperationsPayloadResolvers<ContextType>;
  RevokeSessionsPayload?: RevokeSessionsPayloadResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  RolePayload?: RolePayloadResolvers<ContextType>;
  SecondFactor?: SecondFactorResolvers<ContextType>;
  SecurityEvent?: SecurityEventResolvers<ContextType>;
  SecurityEventConnection?: SecurityEventConnectionResolvers<ContextType>;
  SecurityEventEdge?: SecurityEventEdgeResolvers<ContextType>;
  SessionCompany?: SessionCompanyResolvers<ContextType>;
  SessionPayload?: SessionPayloadResolvers<ContextType>;
  SessionUser?: SessionUserResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserPayload?: UserPayloadResolvers<ContextType>;
  UserSession?: UserSessionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = IdentityContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
