; Part of the installer that electron-builder makes, which knows nothing of links, of the PATH, and of what the app itself
; puts into the registry. The PATH is edited by a program of ours: NSIS cuts long values.
!define LINK_KEY "Software\Classes\toctoc"
!define LOGIN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

!macro editPath WORD
  ${If} $installMode == "all"
    nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" ${WORD} machine "$INSTDIR\resources\bin"'
  ${Else}
    nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" ${WORD} user "$INSTDIR\resources\bin"'
  ${EndIf}
  Pop $R0
!macroend

!macro customInstall
  !insertmacro editPath add
  ; As Electron's setAsDefaultProtocolClient does it; from here on links work before the first start.
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}" "" "URL:toctoc"
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

; $R0 is 1 if the command line in $R3 starts what is uninstalled. Another copy, a portable one perhaps, keeps its own.
!macro isOwn
  StrCpy $R1 $R3 1
  ${If} $R1 == '"'
    StrCpy $R3 $R3 "" 1
  ${EndIf}
  StrLen $R1 "$INSTDIR\"
  StrCpy $R3 $R3 $R1
  StrCpy $R0 0
  ${If} $R3 == "$INSTDIR\"
    StrCpy $R0 1
  ${EndIf}
!macroend

!macro forgetLinks ROOT
  ReadRegStr $R3 ${ROOT} "${LINK_KEY}\shell\open\command" ""
  !insertmacro isOwn
  ${If} $R0 == 1
    DeleteRegKey ${ROOT} "${LINK_KEY}"
  ${EndIf}
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    !insertmacro editPath remove
    !insertmacro forgetLinks SHELL_CONTEXT
    ; What the app wrote for whoever used it: links, the start at login.
    !insertmacro forgetLinks HKCU
    ReadRegStr $R3 HKCU "${LOGIN_KEY}" "${APP_ID}"
    !insertmacro isOwn
    ${If} $R0 == 1
      DeleteRegValue HKCU "${LOGIN_KEY}" "${APP_ID}"
      DeleteRegValue HKCU "${APPROVED_KEY}" "${APP_ID}"
    ${EndIf}
    ; The installer's own copy, which updates are computed from, and what was fetched of them.
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
    ${If} $installMode == "all"
      SetShellVarContext all
    ${EndIf}
  ${EndIf}
!macroend
