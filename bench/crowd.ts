import { sandboxPlan, type WorldPlan } from '../src/sandbox/plan.ts';

/** The sandbox's world with `memberCount` more members in its first server. */
export function crowdedWorld(memberCount: number): WorldPlan {
  const [first, ...others] = sandboxPlan.guilds;
  if (first === undefined) throw new RangeError('the sandbox plan has no server');
  const crowd = Array.from({ length: memberCount }, (_, index) => ({
    id: memberId(index),
    name: `Member ${index}`,
  }));
  return { ...sandboxPlan, guilds: [{ ...first, members: [...first.members, ...crowd] }, ...others] };
}

/** The id of one of those members, from 0. */
export function memberId(index: number): string {
  return String(1_290_000_000_000_100_000n + BigInt(index));
}
