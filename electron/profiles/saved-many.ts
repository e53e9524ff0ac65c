import type { Profile } from '../../shared/model/profile.ts';

/** What one change to many profiles did, so that it can be taken back. */
export interface SavedMany {
  readonly added: readonly string[];
  /** Profiles before and after; who has been edited since stays as edited. */
  readonly replaced: readonly { readonly before: Profile; readonly after: Profile }[];
}
