"""What the user sees: pages, dialogs and the frame around them."""
