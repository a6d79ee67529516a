import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TaxProfileDetails } from '../profile/profile.ts';
import type { Rate } from '../rates/rate.ts';
import type { TaxContext } from '../context.ts';
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

/** What being late with a tax costs, GEL (Tax Code, articles 272 and 274). */
export type LateInterest = {
  __typename?: 'LateInterest';
  /** The tax that is owed. */
  amount: Scalars['Decimal']['output'];
  /** Days for which interest runs: 1,095 at most. */
  daysCounted: Scalars['Int']['output'];
  /** Days from the day after the term to the day of payment; 0 when it is in time. */
  daysLate: Scalars['Int']['output'];
  /** Last day of the term, moved over weekends and holidays already. */
  due: Scalars['Date']['output'];
  /** Interest, 0.05 % for each day, rounded half up to the tetri. */
  interest: Scalars['Decimal']['output'];
  /** Day of payment, on which the return is taken to be handed in too. */
  paidOn: Scalars['Date']['output'];
  /** Fine for the late return. */
  penalty: Scalars['Decimal']['output'];
  /** Per cent of the fine for a return that is late by so much: 5 up to two months, 10 beyond. */
  penaltyPercent: Scalars['Decimal']['output'];
  /** Tax, interest and fine. */
  total: Scalars['Decimal']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Says what the company is for the Revenue Service. A profile that is so already is left alone. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  updateTaxProfile: TaxProfilePayload;
};


export type MutationUpdateTaxProfileArgs = {
  input: UpdateTaxProfileInput;
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
  /** What it costs to pay a tax on a day after it was due. Errors: BAD_USER_INPUT. */
  lateInterest: LateInterest;
  /** What the company is for the Revenue Service. */
  taxProfile: TaxProfile;
  /** Rates, thresholds and fines of the tax law that hold on a day, by code. */
  taxRates: Array<TaxRate>;
};


export type QueryLateInterestArgs = {
  amount: Scalars['Decimal']['input'];
  due: Scalars['Date']['input'];
  paidOn: Scalars['Date']['input'];
};


export type QueryTaxRatesArgs = {
  date: Scalars['Date']['input'];
};

/** Language of a title. */
export type TaxLanguage =
  | 'EN'
  | 'KA';

/** What the company is for the Revenue Service. */
export type TaxProfile = {
  __typename?: 'TaxProfile';
  /** By which profit or income is taxed. */
  regime: TaxRegime;
  /** Identification number of the taxpayer: nine digits for a company, eleven for an individual entrepreneur. */
  taxId: Maybe<Scalars['String']['output']>;
  /** Spans in which the company was or is registered for VAT, the oldest first. */
  vatRegistrations: Array<VatRegistration>;
};

/** The profile after the command. */
export type TaxProfilePayload = {
  __typename?: 'TaxProfilePayload';
  /** The profile as it is now. */
  profile: TaxProfile;
};

/** A figure that the law sets, with the days for which it holds. */
export type TaxRate = {
  __typename?: 'TaxRate';
  /** What is set, for example `VAT_STANDARD` or `WHT_INTEREST`. */
  code: Scalars['String']['output'];
  /** The article of the law. */
  source: Scalars['String']['output'];
  /** Name in Georgian or in English. */
  title: Scalars['String']['output'];
  /** What the figure counts. */
  unit: TaxRateUnit;
  /** First day for which the figure is known to hold. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null while it holds. */
  validTo: Maybe<Scalars['Date']['output']>;
  /** The figure, in its unit. */
  value: Scalars['Decimal']['output'];
};


/** A figure that the law sets, with the days for which it holds. */
export type TaxRateTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** What a figure of the law counts. */
export type TaxRateUnit =
  /** Calendar days. */
  | 'DAYS'
  /** What an amount is divided by. */
  | 'FACTOR'
  /** Lari. */
  | 'GEL'
  /** Calendar months. */
  | 'MONTHS'
  /** Per cent of an amount. */
  | 'PERCENT'
  /** Per cent of an amount for each day. */
  | 'PERCENT_PER_DAY';

/** How profit or income is taxed. */
export type TaxRegime =
  /** Profit tax on distributed profit (Tax Code, articles 97 and 98): companies since 2017. */
  | 'DISTRIBUTED_PROFIT'
  /** Small-business status of an individual entrepreneur (article 88). */
  | 'SMALL_BUSINESS';

/** What the company is for the Revenue Service; fields that are left out stay as they are. */
export type UpdateTaxProfileInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** By which profit or income is taxed. */
  regime?: InputMaybe<TaxRegime>;
  /** Nine or eleven digits. */
  taxId?: InputMaybe<Scalars['String']['input']>;
  /** All spans of registration for VAT, in order and apart from each other; they replace what was said before. */
  vatRegistrations?: InputMaybe<Array<VatRegistrationInput>>;
};

/** A span of registration for VAT. */
export type VatRegistration = {
  __typename?: 'VatRegistration';
  /** First day on which VAT is due. */
  from: Scalars['Date']['output'];
  /** Last day of the registration; null while it lasts. */
  to: Maybe<Scalars['Date']['output']>;
};

/** A span of registration for VAT. */
export type VatRegistrationInput = {
  /** First day on which VAT is due (article 165 of the Tax Code: the day of the operation that crosses the threshold). */
  from: Scalars['Date']['input'];
  /** Last day of the registration; left out while it lasts. */
  to?: InputMaybe<Scalars['Date']['input']>;
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
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LateInterest: ResolverTypeWrapper<LateInterest>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaxLanguage: TaxLanguage;
  TaxProfile: ResolverTypeWrapper<TaxProfileDetails>;
  TaxProfilePayload: ResolverTypeWrapper<Omit<TaxProfilePayload, 'profile'> & { profile: ResolversTypes['TaxProfile'] }>;
  TaxRate: ResolverTypeWrapper<Rate>;
  TaxRateUnit: TaxRateUnit;
  TaxRegime: TaxRegime;
  UpdateTaxProfileInput: UpdateTaxProfileInput;
  VatRegistration: ResolverTypeWrapper<VatRegistration>;
  VatRegistrationInput: VatRegistrationInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  JSON: Scalars['JSON']['output'];
  LateInterest: LateInterest;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  TaxProfile: TaxProfileDetails;
  TaxProfilePayload: Omit<TaxProfilePayload, 'profile'> & { profile: ResolversParentTypes['TaxProfile'] };
  TaxRate: Rate;
  UpdateTaxProfileInput: UpdateTaxProfileInput;
  VatRegistration: VatRegistration;
  VatRegistrationInput: VatRegistrationInput;
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

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LateInterestResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['LateInterest'] = ResolversParentTypes['LateInterest']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  daysCounted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  penalty?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  penaltyPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  updateTaxProfile?: Resolver<ResolversTypes['TaxProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateTaxProfileArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  lateInterest?: Resolver<ResolversTypes['LateInterest'], ParentType, ContextType, RequireFields<QueryLateInterestArgs, 'amount' | 'due' | 'paidOn'>>;
  taxProfile?: Resolver<ResolversTypes['TaxProfile'], ParentType, ContextType>;
  taxRates?: Resolver<Array<ResolversTypes['TaxRate']>, ParentType, ContextType, RequireFields<QueryTaxRatesArgs, 'date'>>;
};

export type TaxProfileResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxProfile'] = ResolversParentTypes['TaxProfile']> = {
  regime?: Resolver<ResolversTypes['TaxRegime'], ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vatRegistrations?: Resolver<Array<ResolversTypes['VatRegistration']>, ParentType, ContextType>;
};

export type TaxProfilePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxProfilePayload'] = ResolversParentTypes['TaxProfilePayload']> = {
  profile?: Resolver<ResolversTypes['TaxProfile'], ParentType, ContextType>;
};

export type TaxRateResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxRate'] = ResolversParentTypes['TaxRate']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxRateTitleArgs>>;
  unit?: Resolver<ResolversTypes['TaxRateUnit'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatRegistrationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatRegistration'] = ResolversParentTypes['VatRegistration']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = TaxContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  LateInterest?: LateInterestResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  TaxProfile?: TaxProfileResolvers<ContextType>;
  TaxProfilePayload?: TaxProfilePayloadResolvers<ContextType>;
  TaxRate?: TaxRateResolvers<ContextType>;
  VatRegistration?: VatRegistrationResolvers<ContextType>;
};

