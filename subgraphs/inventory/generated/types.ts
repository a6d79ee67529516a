import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { InventoryContext } from '../context.ts';
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
  /** Calendar date, ISO 8601: "2026-11-22". */
  Date: { input: string; output: string; }
  /** Moment in time, RFC 3339: "2026-11-22T14:03:11.120Z". */
  DateTime: { input: string; output: string; }
  /** Exact decimal number as text, for example "1234.50". Never a JSON number, so that no tetri is lost. */
  Decimal: { input: string; output: string; }
  /** Free-form JSON object. */
  JSON: { input: Record<string, unknown>; output: Record<string, unknown>; }
  _FieldSet: { input: string; output: string; }
};

/** An account to be chosen. */
export type ChooseInventoryPostingAccountInput = {
  /** Code of the account in the chart; the ledger refuses to post on one that is not there. */
  accountCode: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the account is for. */
  role: Scalars['String']['input'];
};

/** Language of names. */
export type InventoryLanguage =
  /** English. */
  | 'EN'
  /** Georgian. */
  | 'KA';

/** Which account of the ledger movements of goods are posted on, by what the account is for. */
export type InventoryPostingAccount = {
  __typename?: 'InventoryPostingAccount';
  /** Code of the account in the chart. */
  accountCode: Scalars['String']['output'];
  /** Whether it is the usual one, because the company has chosen none. */
  isDefault: Scalars['Boolean']['output'];
  /** What it is for, in the language asked for. */
  name: Scalars['String']['output'];
  /** What the account is for, for example `COST_OF_GOODS_SOLD`. */
  role: Scalars['String']['output'];
};


/** Which account of the ledger movements of goods are posted on, by what the account is for. */
export type InventoryPostingAccountNameArgs = {
  language?: InputMaybe<InventoryLanguage>;
};

/** The account after the command. */
export type InventoryPostingAccountPayload = {
  __typename?: 'InventoryPostingAccountPayload';
  /** The account as it is now. */
  account: InventoryPostingAccount;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Chooses the account on which movements of goods are posted from now on; what is posted stays. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  chooseInventoryPostingAccount: InventoryPostingAccountPayload;
};


export type MutationChooseInventoryPostingAccountArgs = {
  input: ChooseInventoryPostingAccountInput;
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

export type Query = {
  __typename?: 'Query';
  /** Accounts on which movements of goods are posted, by what they are for. */
  inventoryPostingAccounts: Array<InventoryPostingAccount>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  InventoryLanguage: InventoryLanguage;
  InventoryPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  InventoryPostingAccountPayload: ResolverTypeWrapper<Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversTypes['InventoryPostingAccount'] }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  String: Scalars['String']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  InventoryPostingAccount: PostingAccountRow;
  Boolean: Scalars['Boolean']['output'];
  InventoryPostingAccountPayload: Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversParentTypes['InventoryPostingAccount'] };
  JSON: Scalars['JSON']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type InventoryPostingAccountResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryPostingAccount'] = ResolversParentTypes['InventoryPostingAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<InventoryPostingAccountNameArgs>>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InventoryPostingAccountPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryPostingAccountPayload'] = ResolversParentTypes['InventoryPostingAccountPayload']> = {
  account?: Resolver<ResolversTypes['InventoryPostingAccount'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MutationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  chooseInventoryPostingAccount?: Resolver<ResolversTypes['InventoryPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseInventoryPostingAccountArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  inventoryPostingAccounts?: Resolver<Array<ResolversTypes['InventoryPostingAccount']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = InventoryContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  InventoryPostingAccount?: InventoryPostingAccountResolvers<ContextType>;
  InventoryPostingAccountPayload?: InventoryPostingAccountPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

