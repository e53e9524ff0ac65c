// In PowerShell's place, of which Wine has the name only. The installer asks it whether it may be used (yes), and then
// which programs run from the folder of the app (none).
#include <wchar.h>
#include <windows.h>

int wmain(void) { return wcsstr(GetCommandLineW(), L"Win32_Process") != NULL; }
