; Part of the installer that electron-builder makes. The PATH is edited by a program of ours: NSIS cuts long values.
!macro customInstall
  ${If} $installMode == "all"
    nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" add machine "$INSTDIR\resources\bin"'
  ${Else}
    nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" add user "$INSTDIR\resources\bin"'
  ${EndIf}
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    ${If} $installMode == "all"
      nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" remove machine "$INSTDIR\resources\bin"'
    ${Else}
      nsExec::ExecToLog '"$INSTDIR\resources\toctoc-path.exe" remove user "$INSTDIR\resources\bin"'
    ${EndIf}
  ${EndIf}
!macroend
