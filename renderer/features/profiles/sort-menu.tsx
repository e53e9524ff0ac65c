import { Menu } from '@base-ui/react/menu';
import { ArrowUpDown, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LIST_ORDERS } from '../../../shared/model/settings.ts';
import { Button } from '../../ui/button.tsx';
import { chosen } from '../../ui/chosen.ts';
import menu from '../../ui/menu.module.css';
import type { ListFilter } from './list-filter.ts';

/** In which order the list is shown. */
export function SortMenu({ filter: { order, setOrder } }: { readonly filter: ListFilter }) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="icon" aria-label={t('list.order')} title={t('list.order')} />}>
        <ArrowUpDown size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className={menu['positioner']}>
          <Menu.Popup className={menu['popup']}>
            <Menu.RadioGroup value={order} onValueChange={(value) => setOrder(chosen(LIST_ORDERS, String(value)))}>
              {LIST_ORDERS.map((one) => (
                <Menu.RadioItem key={one} value={one} closeOnClick className={menu['item']}>
                  <span className={menu['mark']}>
                    <Menu.RadioItemIndicator render={<Check size={16} aria-hidden />} />
                  </span>
                  {t(`list.orders.${one}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
