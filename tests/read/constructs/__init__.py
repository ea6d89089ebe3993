"""Everything a deck can say, once each: how it is made, and what reading must give back.

A construct has a slide (or pages) of its own, so that whatever is drawn there in its colour is
its own ink, and where that stands is where reading has to find it.
"""
