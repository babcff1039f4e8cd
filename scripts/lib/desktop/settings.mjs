// @ts-check

const FONT = 'DejaVu Sans';

/**
 * Toasts stay for a minute: long enough for any test to look at them, short enough for a demo. Every
 * toast is kept and counted by itself. They stand at the top right, but left of where a tray app opens
 * its window. Without a compositor a gap between them would be black.
 */
export const dunstrc = `[global]
  font = ${FONT} 10
  origin = top-right
  offset = 428x40
  width = (240, 360)
  height = 200
  notification_limit = 5
  padding = 12
  horizontal_padding = 14
  text_icon_padding = 12
  frame_width = 1
  frame_color = "#4c566a"
  separator_height = 1
  separator_color = frame
  corner_radius = 0
  icon_theme = Adwaita
  enable_recursive_icon_lookup = true
  min_icon_size = 32
  max_icon_size = 48
  markup = full
  format = "<b>%s</b>\\n%b"
  word_wrap = yes
  ellipsize = end
  show_age_threshold = -1
  show_indicators = no
  stack_duplicates = false
  sort = no
  sticky_history = yes
  history_length = 0
  ignore_dbusclose = false
  dmenu = dmenu
  mouse_left_click = do_action, close_current
  mouse_middle_click = close_all
  mouse_right_click = close_current

[urgency_low]
  background = "#2b303b"
  foreground = "#d8dee9"
  timeout = 60

[urgency_normal]
  background = "#2b303b"
  foreground = "#eceff4"
  timeout = 60

[urgency_critical]
  background = "#2b303b"
  foreground = "#eceff4"
  frame_color = "#bf616a"
  timeout = 0
`;

export const gtkSettings = `[Settings]
gtk-theme-name=Adwaita
gtk-icon-theme-name=Adwaita
gtk-font-name=${FONT} 9
gtk-cursor-theme-name=Adwaita
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-enable-animations=0
`;

/** One panel at the top: the open windows, the tray, a clock. */
export const panelSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="icon-size" type="uint" value="16"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist">
      <property name="flat-buttons" type="bool" value="true"/>
      <property name="show-handle" type="bool" value="false"/>
    </property>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
      <property name="show-frame" type="bool" value="false"/>
    </property>
    <property name="plugin-4" type="string" value="clock">
      <property name="mode" type="uint" value="2"/>
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-format" type="string" value="%H:%M"/>
      <property name="digital-time-font" type="string" value="${FONT} 9"/>
      <property name="show-frame" type="bool" value="false"/>
    </property>
  </property>
</channel>
`;

/** Without the compositor and its shadows, windows are on the screen as soon as they are drawn. */
export const windowManagerSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfwm4" version="1.0">
  <property name="general" type="empty">
    <property name="theme" type="string" value="Default"/>
    <property name="title_font" type="string" value="${FONT} Bold 9"/>
    <property name="use_compositing" type="bool" value="false"/>
    <property name="workspace_count" type="int" value="1"/>
    <property name="placement_ratio" type="int" value="100"/>
  </property>
</channel>
`;
