#!/usr/bin/python3
"""The smallest browser with WebKitGTK that WebKitWebDriver can drive.

MiniBrowser, its usual one, is never as narrow as a phone. Takes `--dark`, `--still` and `--no-scripts`; prints the console.
"""
import sys
import tempfile

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2

preferences = Gtk.Settings.get_default()
preferences.set_property('gtk-application-prefer-dark-theme', '--dark' in sys.argv)
preferences.set_property('gtk-enable-animations', '--still' not in sys.argv)
# With a folder of its own: a manager that keeps nothing prints no console messages.
folder = tempfile.TemporaryDirectory()
manager = WebKit2.WebsiteDataManager(base_data_directory=folder.name, base_cache_directory=folder.name)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)


def create_view(_session):
    settings = WebKit2.Settings()
    settings.set_enable_write_console_messages_to_stdout(True)
    # Keeps the scripts of pages from running, and lets the driver's run.
    settings.set_enable_javascript_markup('--no-scripts' not in sys.argv)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.add(view)
    window.show_all()
    view.grab_focus()
    return view


context.connect('automation-started', lambda _, session: session.connect('create-web-view', create_view))
Gtk.main()
