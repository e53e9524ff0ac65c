import * as v from 'valibot';

type Raw = Readonly<Record<string, unknown>>;

/**
 * Brings the content of an older file to the next version, one step per version. A step knows the shapes on its two sides
 * and judges nothing: what is wrong stays wrong, for the reader of the newest version to find. Never change a step that
 * was released.
 */
export const MIGRATIONS: Readonly<Record<number, (file: Raw) => Raw>> = {
  // 1: whole profiles, readable. 2: what is secret stands apart, so that it can be sealed.
  1: ({ profiles, deleted, ...rest }) => ({
    ...rest,
    vault: null,
    profiles: each(profiles, apart),
    ...(deleted !== undefined && {
      deleted: each(deleted, (one) => (isRaw(one) ? { ...one, ...toRaw(apart(one['profile'])) } : one)),
    }),
  }),
};

/** A file of any earlier version as this version knows it. */
export function migrated(file: Raw, from: number, to: number): Raw {
  let now = file;
  for (let version = from; version < to; version++) now = { ...MIGRATIONS[version]?.(now), version: version + 1 };
  return now;
}

function apart(profile: unknown): unknown {
  if (!isRaw(profile)) return { profile };
  const secrets: Record<string, unknown> = {};
  const open: Record<string, unknown> = { ...profile };
  for (const field of ['sequence', 'closeSequence', 'oneTime']) {
    secrets[field] = profile[field];
    delete open[field];
  }
  return { profile: { ...open, knocks: 0, canClose: false, lines: null }, secrets };
}

function each(list: unknown, change: (one: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(change) : list;
}

function toRaw(value: unknown): Raw {
  return isRaw(value) ? value : {};
}

function isRaw(value: unknown): value is Raw {
  return v.is(v.record(v.string(), v.unknown()), value);
}
