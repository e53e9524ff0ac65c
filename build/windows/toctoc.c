/*
 * toctoc.exe: the command line on Windows. Toctoc.exe is a program with windows and has neither standard handles nor a
 * console, so this one starts it as a command line (`--cli`), passes its own standard input, output and error through
 * pipes that only this user can open, and ends with its exit status. See electron/cli/console-pipes.ts.
 */
#define _WIN32_WINNT 0x0602
#include <windows.h>
#include <aclapi.h>
#include <ntsecapi.h>
#include <sddl.h>
#include <stdio.h>
#include <wchar.h>

/* Tests put another program in its place. */
#ifndef TOCTOC_SWITCHES
#define TOCTOC_SWITCHES L"--log-level=3 --cli --"
#endif

enum { TO_APP, FROM_APP, ERRORS, CONTROL, PIPES };
static const wchar_t *const NAMES[PIPES] = {L"in", L"out", L"err", L"ctl"};
static const DWORD BUFFER = 64 * 1024;

static HANDLE pipes[PIPES];
static volatile LONG connected[PIPES];
static HANDLE child;
static volatile LONG interrupts;

static int fail(const wchar_t *what) {
  fwprintf(stderr, L"toctoc: %ls (error %lu)\n", what, GetLastError());
  return 1;
}

/* The app lies two folders above: <app>\resources\bin\toctoc.exe. */
static int find_app(wchar_t *path, DWORD length) {
#ifdef TOCTOC_PROGRAM
  return wcscpy_s(path, length, TOCTOC_PROGRAM) == 0;
#else
  DWORD used = GetModuleFileNameW(NULL, path, length);
  if (used == 0 || used >= length) return 0;
  for (int up = 0; up < 3; up++) {
    wchar_t *slash = wcsrchr(path, L'\\');
    if (slash == NULL) return 0;
    *slash = 0;
  }
  return wcscat_s(path, length, L"\\Toctoc.exe") == 0 && GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
#endif
}

/* What the person typed, untouched: everything behind the program's own name. */
static const wchar_t *typed(void) {
  const wchar_t *line = GetCommandLineW();
  if (*line == L'"') {
    line = wcschr(line + 1, L'"');
    if (line == NULL) return L"";
    line++;
  } else {
    while (*line != 0 && *line != L' ' && *line != L'\t') line++;
  }
  return line;
}

/* Rights for this user and nobody else. */
static PSECURITY_DESCRIPTOR own_rights(void) {
  HANDLE token;
  BYTE user[256];
  DWORD size;
  wchar_t *sid;
  wchar_t text[256];
  PSECURITY_DESCRIPTOR rights = NULL;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return NULL;
  if (GetTokenInformation(token, TokenUser, user, sizeof user, &size) &&
      ConvertSidToStringSidW(((TOKEN_USER *)user)->User.Sid, &sid)) {
    _snwprintf(text, 256, L"D:P(A;;GA;;;%ls)", sid);
    ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &rights, NULL);
    LocalFree(sid);
  }
  CloseHandle(token);
  return rights;
}

static int make_pipes(wchar_t *base, DWORD length) {
  BYTE random[16];
  SECURITY_ATTRIBUTES attributes = {sizeof attributes, own_rights(), FALSE};
  if (attributes.lpSecurityDescriptor == NULL || !RtlGenRandom(random, sizeof random)) return 0;
  wcscpy_s(base, length, L"\\\\.\\pipe\\toctoc-console-");
  for (size_t i = 0; i < sizeof random; i++) {
    wchar_t digits[3];
    _snwprintf(digits, 3, L"%02x", random[i]);
    wcscat_s(base, length, digits);
  }
  for (int i = 0; i < PIPES; i++) {
    wchar_t name[128];
    _snwprintf(name, 128, L"%ls-%ls", base, NAMES[i]);
    pipes[i] = CreateNamedPipeW(name, PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE,
                                PIPE_TYPE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, BUFFER, BUFFER, 0, &attributes);
    if (pipes[i] == INVALID_HANDLE_VALUE) return 0;
  }
  return 1;
}

static int await_app(int which) {
  if (!ConnectNamedPipe(pipes[which], NULL) && GetLastError() != ERROR_PIPE_CONNECTED) return 0;
  InterlockedExchange(&connected[which], 1);
  return 1;
}

static int write_all(HANDLE to, const char *bytes, DWORD count) {
  while (count > 0) {
    DWORD written;
    if (!WriteFile(to, bytes, count, &written, NULL)) return 0;
    bytes += written;
    count -= written;
  }
  return 1;
}

/* How many bytes at the end are the beginning of a character whose rest has not come yet. */
static DWORD unfinished(const char *bytes, DWORD count) {
  for (DWORD back = 1; back <= 3 && back <= count; back++) {
    unsigned char byte = (unsigned char)bytes[count - back];
    if ((byte & 0xC0) == 0x80) continue;
    DWORD needs = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return needs > back ? back : 0;
  }
  return 0;
}

/* The app writes UTF-8. A console takes it as UTF-16, whatever its code page; files and pipes take the bytes. */
static DWORD WINAPI copy_out(void *which) {
  int pipe = (int)(INT_PTR)which;
  HANDLE to = GetStdHandle(pipe == FROM_APP ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
  DWORD mode, got, kept = 0;
  BOOL console = GetConsoleMode(to, &mode);
  char *bytes = malloc(BUFFER);
  wchar_t *text = malloc(BUFFER * sizeof *text);
  if (bytes == NULL || text == NULL || !await_app(pipe)) return 1;
  while (ReadFile(pipes[pipe], bytes + kept, BUFFER - kept, &got, NULL) && got > 0) {
    if (!console) {
      if (!write_all(to, bytes, got)) break;
      continue;
    }
    DWORD all = kept + got;
    kept = unfinished(bytes, all);
    int units = MultiByteToWideChar(CP_UTF8, 0, bytes, (int)(all - kept), text, (int)BUFFER);
    DWORD written;
    if (units > 0 && !WriteConsoleW(to, text, (DWORD)units, &written, NULL)) break;
    memmove(bytes, bytes + all - kept, kept);
  }
  /* Whoever reads us has gone: the app finds its pipe closed and ends. */
  CloseHandle(pipes[pipe]);
  return 0;
}

/* The app connects here only for a command that reads: nobody else's input is swallowed. */
static DWORD WINAPI copy_in(void *unused) {
  (void)unused;
  static char bytes[64 * 1024];
  DWORD got;
  HANDLE from = GetStdHandle(STD_INPUT_HANDLE);
  if (!await_app(TO_APP)) return 1;
  while (ReadFile(from, bytes, sizeof bytes, &got, NULL) && got > 0) {
    if (!write_all(pipes[TO_APP], bytes, got)) break;
  }
  /* What was written must be read before the end is told. */
  FlushFileBuffers(pipes[TO_APP]);
  CloseHandle(pipes[TO_APP]);
  return 0;
}

static DWORD WINAPI hold_control(void *unused) {
  (void)unused;
  await_app(CONTROL);
  return 0;
}

/* Ctrl+C asks the command to end, a second one ends it. */
static BOOL WINAPI interrupted(DWORD event) {
  (void)event;
  if (InterlockedIncrement(&interrupts) > 1 || !connected[CONTROL]) TerminateProcess(child, 130);
  else write_all(pipes[CONTROL], "c", 1);
  return TRUE;
}

int wmain(void) {
  static wchar_t app[32768], line[32768];
  wchar_t base[128];
  if (!find_app(app, 32768)) return fail(L"Toctoc.exe is not where this command expects it");
  if (!make_pipes(base, 128)) return fail(L"no pipe could be made");
  SetEnvironmentVariableW(L"TOCTOC_CONSOLE", base);
  if (_snwprintf(line, 32767, L"\"%ls\" %ls%ls", app, TOCTOC_SWITCHES, typed()) < 0) return fail(L"the command is too long");

  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  if (!CreateProcessW(app, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process)) return fail(L"Toctoc.exe did not start");
  child = process.hProcess;
  SetConsoleCtrlHandler(interrupted, TRUE);
  CreateThread(NULL, 0, copy_in, NULL, 0, NULL);
  CreateThread(NULL, 0, hold_control, NULL, 0, NULL);
  HANDLE out = CreateThread(NULL, 0, copy_out, (void *)(INT_PTR)FROM_APP, 0, NULL);
  HANDLE err = CreateThread(NULL, 0, copy_out, (void *)(INT_PTR)ERRORS, 0, NULL);

  DWORD status = 1;
  WaitForSingleObject(child, INFINITE);
  GetExitCodeProcess(child, &status);
  /* Its last words may still be in the pipes; where it never came to them there is nothing to wait for. */
  if (connected[FROM_APP]) WaitForSingleObject(out, INFINITE);
  if (connected[ERRORS]) WaitForSingleObject(err, INFINITE);
  ExitProcess(status);
}
