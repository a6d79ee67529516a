/** What a process of this folder is told. */
export interface ToRival {
  /** For a light subgraph: which one it plays. */
  readonly subgraph?: string;
  /** For a gateway: the supergraph's text. */
  readonly supergraphSdl?: string;
  /** For a gateway: where the subgraphs are. */
  readonly subgraphs?: Readonly<Record<string, string>>;
}

export type FromRival =
  | { readonly kind: 'ready'; readonly url: string; readonly token?: string }
  | { readonly kind: 'broken'; readonly why: string };
