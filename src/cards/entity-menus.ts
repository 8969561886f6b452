import {
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  type ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import type { ChannelId, RoleId } from '../core/ids.ts';
import { limits } from './limits.ts';
import { excerpt } from './markdown.ts';

/** How many entries are chosen at once. */
type Amount = { readonly min: number; readonly max: number };

/** A menu of a server's channels of these kinds; Discord fills it. */
export function channelMenu(
  customId: string,
  placeholder: string,
  chosen: readonly ChannelId[],
  { min, max, types }: Amount & { readonly types: ChannelType[] },
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    placeholder: excerpt(placeholder, limits.placeholderChars),
    channel_types: types,
    min_values: min,
    max_values: max,
    default_values: chosen.slice(0, max).map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
}

/** A menu of a server's roles; Discord fills it. */
export function roleMenu(
  customId: string,
  placeholder: string,
  chosen: readonly RoleId[],
  { min, max }: Amount,
): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: customId,
    placeholder: excerpt(placeholder, limits.placeholderChars),
    min_values: min,
    max_values: max,
    default_values: chosen.slice(0, max).map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
  };
}
