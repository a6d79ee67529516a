/** The composed supergraph, as it is committed. */
export const SUPERGRAPH = new URL('../../supergraph.graphql', import.meta.url);
