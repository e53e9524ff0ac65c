// A program of Windows that writes down how it was started, and does nothing else: a stand-in for ssh, PuTTY and their
// like. One JSON line per start, appended to the file that TOCTOC_SEEN names: its own path, and its arguments as the C
// library read them; and, of a portable program, the file it came in. Where TOCTOC_STAY names a file, it then waits for it,
// a minute at most. Its exit status is the number at the end of its own name, 0 without one.
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static void write_text(FILE *out, const wchar_t *text) {
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
  char *utf8 = malloc(size);
  WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, size, NULL, NULL);
  fputc('"', out);
  for (const unsigned char *at = (const unsigned char *)utf8; *at != 0; at++) {
    if (*at == '"' || *at == '\\') fprintf(out, "\\%c", *at);
    else if (*at < 0x20) fprintf(out, "\\u%04x", *at);
    else fputc(*at, out);
  }
  fputc('"', out);
  free(utf8);
}

int wmain(int argc, wchar_t **argv) {
  const wchar_t *seen = _wgetenv(L"TOCTOC_SEEN");
  wchar_t self[1024];
  GetModuleFileNameW(NULL, self, 1024);
  FILE *out = seen == NULL ? NULL : _wfopen(seen, L"ab");
  if (out == NULL) return 99;
  fputs("{\"file\":", out);
  write_text(out, self);
  fputs(",\"argv\":[", out);
  for (int at = 1; at < argc; at++) {
    if (at > 1) fputc(',', out);
    write_text(out, argv[at]);
  }
  fputc(']', out);
  const wchar_t *portable = _wgetenv(L"PORTABLE_EXECUTABLE_FILE");
  if (portable != NULL) {
    fputs(",\"portable\":", out);
    write_text(out, portable);
  }
  fputs("}\n", out);
  fclose(out);
  const wchar_t *stay = _wgetenv(L"TOCTOC_STAY");
  for (int left = 600; stay != NULL && left > 0 && GetFileAttributesW(stay) == INVALID_FILE_ATTRIBUTES; left--) Sleep(100);
  const wchar_t *digits = wcspbrk(wcsrchr(self, L'\\'), L"0123456789");
  return digits == NULL ? 0 : _wtoi(digits);
}
