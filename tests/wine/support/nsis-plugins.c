// What electron-builder's installer calls of plug-ins that only GitHub has (StdUtils, UAC, WinShell), as far as it calls
// it: a stand-in, so that the real script can be compiled by Debian's makensis and run. The functions get and give texts
// on NSIS' stack, see https://nsis.sourceforge.io/Docs/AppendixB.html#plugindlls.
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

typedef struct Text {
  struct Text *next;
  wchar_t text[1];
} Text;

#define PLUGIN(name) __declspec(dllexport) void name(HWND window, int room, wchar_t *variables, Text **stack)
#define UNUSED (void)window, (void)room, (void)variables, (void)stack

static void pop(Text **stack, wchar_t *into, int room) {
  Text *top = *stack;
  into[0] = 0;
  if (top == NULL) return;
  wcsncpy(into, top->text, (size_t)room - 1);
  into[room - 1] = 0;
  *stack = top->next;
  GlobalFree(top);
}

static void push(Text **stack, const wchar_t *text, int room) {
  Text *top = GlobalAlloc(GPTR, sizeof *top + (size_t)room * sizeof *text);
  wcsncpy(top->text, text, (size_t)room - 1);
  top->next = *stack;
  *stack = top;
}

// The value of `/name=value` or `--name`; NULL: not given.
static const wchar_t *given(const wchar_t *name, wchar_t *line, int room) {
  wcsncpy(line, GetCommandLineW(), (size_t)room - 1);
  line[room - 1] = 0;
  for (wchar_t *word = wcstok(line, L" "); word != NULL; word = wcstok(NULL, L" ")) {
    if (*word != L'/' && *word != L'-') continue;
    word += wcsspn(word, L"/-");
    size_t length = wcslen(name);
    if (_wcsnicmp(word, name, length) != 0) continue;
    if (word[length] == 0) return L"";
    if (word[length] == L'=') return word + length + 1;
  }
  return NULL;
}

PLUGIN(TestParameter) {
  UNUSED;
  static wchar_t name[8192], line[8192];
  pop(stack, name, room);
  push(stack, given(name, line, 8192) == NULL ? L"false" : L"true", room);
}

PLUGIN(GetParameter) {
  UNUSED;
  static wchar_t name[8192], otherwise[8192], line[8192];
  pop(stack, otherwise, room);
  pop(stack, name, room);
  const wchar_t *value = given(name, line, 8192);
  push(stack, value == NULL ? otherwise : value, room);
}

PLUGIN(GetAllParameters) {
  UNUSED;
  static wchar_t ignored[8192];
  pop(stack, ignored, room);
  const wchar_t *line = GetCommandLineW();
  line += *line == L'"' ? wcscspn(line + 1, L"\"") + 2 : wcscspn(line, L" ");
  push(stack, line + wcsspn(line, L" "), room);
}

PLUGIN(GetParentPath) {
  UNUSED;
  static wchar_t path[8192];
  pop(stack, path, room);
  wchar_t *slash = wcsrchr(path, L'\\');
  if (slash != NULL) *slash = 0;
  push(stack, path, room);
}

PLUGIN(ExecShellAsUser) {
  UNUSED;
  static wchar_t file[8192], verb[8192], words[8192];
  pop(stack, words, room);
  pop(stack, verb, room);
  pop(stack, file, room);
  ShellExecuteW(NULL, verb, file, words, NULL, SW_SHOWNORMAL);
  push(stack, L"ok", room);
}

// Whoever runs under Wine is an administrator (2), in no inner process (3). Asked to elevate (0), nothing is left to do.
PLUGIN(_) {
  UNUSED;
  static wchar_t question[8192];
  pop(stack, question, room);
  if (wcschr(question, L's') != NULL) push(stack, *question == L'2' ? L"1" : L"0", room);
}

PLUGIN(SetLnkAUMI) {
  UNUSED;
  static wchar_t ignored[8192];
  pop(stack, ignored, room);
  pop(stack, ignored, room);
}

PLUGIN(UninstShortcut) {
  UNUSED;
  static wchar_t ignored[8192];
  pop(stack, ignored, room);
}

PLUGIN(UninstAppUserModelId) {
  UNUSED;
  static wchar_t ignored[8192];
  pop(stack, ignored, room);
}
