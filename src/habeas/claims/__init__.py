"""Claims: what one report says, found by cues, trees and one clause grammar."""
