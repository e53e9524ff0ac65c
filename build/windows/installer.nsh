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

; $R0 is 1 if the command line in $R3 starts what lies in this folder; then $R4 is what follows the folder, and $R2 the
; quotation mark before it. Another copy, a portable one perhaps, keeps its own.
!macro isOf FOLDER
  StrCpy $R2 $R3 1
  ${If} $R2 == '"'
    StrCpy $R3 $R3 "" 1
  ${Else}
    StrCpy $R2 ""
  ${EndIf}
  StrLen $R1 "${FOLDER}\"
  StrCpy $R4 $R3 "" $R1
  StrCpy $R3 $R3 $R1
  StrCpy $R0 0
  ${If} $R3 == "${FOLDER}\"
    StrCpy $R0 1
  ${EndIf}
!macroend

!macro forgetLinks ROOT FOLDER
  ReadRegStr $R3 ${ROOT} "${LINK_KEY}\shell\open\command" ""
  !insertmacro isOf "${FOLDER}"
  ${If} $R0 == 1
    DeleteRegKey ${ROOT} "${LINK_KEY}"
  ${EndIf}
!macroend

; The copy that this one comes in place of lay in another folder: the person chose one, or it was "for me" and is now "for
; everybody". electron-builder takes it off as for an update, which leaves what is to outlast one: the folder on the PATH of
; WHOSE, and links of the person, which win over everybody's; they would start a program that is gone. The start at login,
; which the person has chosen, starts the new one. Where the old copy could not be taken off, all of it stays its own.
!macro followFrom FOLDER WHOSE
  ${If} "${FOLDER}" != ""
  ${AndIfNot} ${FileExists} "${FOLDER}\${APP_EXECUTABLE_FILENAME}"
    nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" remove ${WHOSE} "${FOLDER}\resources\bin"'
    Pop $R0
    !insertmacro forgetLinks HKCU "${FOLDER}"
    ReadRegStr $R3 HKCU "${LOGIN_KEY}" "${APP_ID}"
    !insertmacro isOf "${FOLDER}"
    ${If} $R0 == 1
      WriteRegStr HKCU "${LOGIN_KEY}" "${APP_ID}" "$R2$INSTDIR\$R4"
    ${EndIf}
  ${EndIf}
!macroend

!macro customInstall
  !insertmacro followFrom "$perUserInstallationFolder" user
  ${If} $installMode == "all"
    !insertmacro followFrom "$perMachineInstallationFolder" machine
  ${EndIf}
  !insertmacro editPath add
  ; As Electron's setAsDefaultProtocolClient does it; from here on links work before the first start.
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}" "" "URL:toctoc"
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "${LINK_KEY}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    ; What is started from here on must not stand in the folder: as long as its console lives, the folder could not be removed.
    SetOutPath $TEMP
    !insertmacro editPath remove
    !insertmacro forgetLinks SHELL_CONTEXT "$INSTDIR"
    ; What the app wrote for the person who takes it off: links, the start at login. Of a copy for everybody, what it wrote
    ; for others is out of reach here: theirs is another HKCU, and so it is when another account gives the rights.
    !insertmacro forgetLinks HKCU "$INSTDIR"
    ReadRegStr $R3 HKCU "${LOGIN_KEY}" "${APP_ID}"
    !insertmacro isOf "$INSTDIR"
    ${If} $R0 == 1
      DeleteRegValue HKCU "${LOGIN_KEY}" "${APP_ID}"
      DeleteRegValue HKCU "${APPROVED_KEY}" "${APP_ID}"
    ${EndIf}
    ; The installer's own copy, which updates are computed from, and what was fetched of them; of the same person.
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
    ${If} $installMode == "all"
      SetShellVarContext all
    ${EndIf}
  ${EndIf}
!macroend
