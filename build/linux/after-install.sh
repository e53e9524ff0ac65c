#!/bin/sh
# After installing the deb or rpm. Nothing here may fail an installation.
app=/opt/Toctoc

# Chromium's sandbox: user namespaces where the system has them, else its helper owned by root with the setuid bit.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$app/chrome-sandbox" || true
else
  chmod 4755 "$app/chrome-sandbox" || true
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor 2>/dev/null || true
fi

# Ubuntu 23.10 and later let only programs with a profile have user namespaces. An AppArmor that is too old for this
# profile (abi 4.0) does not need it.
if command -v apparmor_parser >/dev/null 2>&1 && [ -d /etc/apparmor.d ]; then
  if apparmor_parser --skip-kernel-load --skip-cache "$app/resources/apparmor-profile" >/dev/null 2>&1; then
    cp -f "$app/resources/apparmor-profile" /etc/apparmor.d/toctoc
    if apparmor_status --enabled >/dev/null 2>&1; then
      apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/toctoc || true
    fi
  fi
fi
exit 0
