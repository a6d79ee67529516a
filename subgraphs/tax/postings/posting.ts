/** How far a posting has come; see the view `tax.postings`. */
export type PostingState =
  'REQUESTED' | 'POSTED' | 'REFUSED' | 'REVERSAL_REQUESTED' | 'REVERSAL_REFUSED' | 'REVERSED' | 'WITHDRAWN';
