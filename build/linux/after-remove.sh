#!/bin/sh
# After removing the deb or rpm; also called by an upgrade, which puts back what is needed.
case $1 in
  upgrade | 1) exit 0 ;;
esac
if [ -f /etc/apparmor.d/toctoc ]; then
  if apparmor_status --enabled >/dev/null 2>&1; then
    apparmor_parser --remove /etc/apparmor.d/toctoc >/dev/null 2>&1 || true
  fi
  rm -f /etc/apparmor.d/toctoc
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor 2>/dev/null || true
fi
exit 0
