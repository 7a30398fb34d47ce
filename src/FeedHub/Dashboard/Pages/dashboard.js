// Hangfire's button that opens the menu on a narrow screen has no name for a screen reader.
document.querySelectorAll('.navbar-toggle').forEach(button => button.setAttribute('aria-label', 'Menu'));
