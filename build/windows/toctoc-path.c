/*
 * toctoc-path.exe add|remove user|machine FOLDER: puts a folder on the PATH or takes it off, for the installer. Values of
 * any length and both kinds are kept as they are; nothing else on the PATH is touched.
 */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *const USER_KEY = L"Environment";
static const wchar_t *const MACHINE_KEY = L"SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

/* Whether the entry of this length is the folder, whatever its capitals and a final backslash. */
static int is_folder(const wchar_t *entry, size_t length, const wchar_t *folder) {
  size_t wanted = wcslen(folder);
  while (length > 0 && entry[length - 1] == L'\\') length--;
  while (wanted > 0 && folder[wanted - 1] == L'\\') wanted--;
  return length == wanted && CompareStringOrdinal(entry, (int)length, folder, (int)wanted, TRUE) == CSTR_EQUAL;
}

/* `result` is `path` without the folder; it has room for both and a semicolon. */
static void without(const wchar_t *path, const wchar_t *folder, wchar_t *result) {
  int first = 1;
  *result = 0;
  for (;;) {
    size_t length = wcscspn(path, L";");
    if (!is_folder(path, length, folder)) {
      if (!first) wcscat(result, L";");
      wcsncat(result, path, length);
      first = 0;
    }
    if (path[length] == 0) return;
    path += length + 1;
  }
}

int wmain(int argc, wchar_t **argv) {
  if (argc != 4) return 2;
  int add = wcscmp(argv[1], L"add") == 0;
  int machine = wcscmp(argv[2], L"machine") == 0;
  if ((!add && wcscmp(argv[1], L"remove") != 0) || (!machine && wcscmp(argv[2], L"user") != 0)) return 2;
  const wchar_t *folder = argv[3];
  if (*folder == 0 || wcschr(folder, L';') != NULL) return 2;

  HKEY key;
  LSTATUS status = RegCreateKeyExW(machine ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER, machine ? MACHINE_KEY : USER_KEY, 0, NULL,
                                   0, KEY_QUERY_VALUE | KEY_SET_VALUE, NULL, &key, NULL);
  if (status != ERROR_SUCCESS) return 1;
  DWORD type = REG_EXPAND_SZ, bytes = 0;
  status = RegQueryValueExW(key, L"Path", NULL, &type, NULL, &bytes);
  /* Anything but "there is none" means that it cannot be read: then it is not written either. */
  if (status != ERROR_SUCCESS && status != ERROR_FILE_NOT_FOUND) return 1;
  if (status == ERROR_SUCCESS && type != REG_SZ && type != REG_EXPAND_SZ) return 1;

  size_t room = bytes / sizeof(wchar_t) + wcslen(folder) + 3;
  wchar_t *old = calloc(room, sizeof *old), *path = calloc(room, sizeof *path);
  if (old == NULL || path == NULL) return 1;
  if (status == ERROR_SUCCESS && RegQueryValueExW(key, L"Path", NULL, &type, (BYTE *)old, &bytes) != ERROR_SUCCESS) return 1;
  without(old, folder, path);
  if (add) {
    if (*path != 0) wcscat(path, L";");
    wcscat(path, folder);
  }
  if (wcscmp(old, path) == 0) return 0;
  if (RegSetValueExW(key, L"Path", 0, type, (BYTE *)path, (DWORD)((wcslen(path) + 1) * sizeof *path)) != ERROR_SUCCESS) return 1;
  /* So that programs started from now on see it. */
  SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, (LPARAM)L"Environment", SMTO_ABORTIFHUNG, 1000, NULL);
  return 0;
}
