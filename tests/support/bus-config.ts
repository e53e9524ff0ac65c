/**
 * The configuration of a message bus as a session has it, which lets root in as well: the tests ask questions on the
 * user's bus.
 *
 * @param listen its address, such as `unix:path=/run/user/1000/bus`
 * @param services whether it starts the services that are installed for every session
 */
export function busConfig(listen: string, services: boolean): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${listen}</listen>
${services ? '  <standard_session_servicedirs/>\n' : ''}  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="root"/>
  </policy>
</busconfig>
`;
}
