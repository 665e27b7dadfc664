"""Ways between points of the city: on foot, or by metro where that is quicker.

A walk is 1.3 times the straight line at the pace asked for, and never over the Huangpu, which no
bridge crosses for people on foot. Observed factors in cities lie between 1.2 and 1.4 (Newell,
Traffic Flow on Transportation Networks, 1980: about 1.2 at random; O'Sullivan and Morrall, 1996:
1.21 to 1.23 around stations); large blocks with few gates speak for the upper half.
"""

from webapp.services.travel.home import NearStation, WayHome
from webapp.services.travel.opening import open_travel
from webapp.services.travel.tables import NO_WAY_MIN, TravelTable
from webapp.services.travel.travel import Travel

__all__ = ["NO_WAY_MIN", "NearStation", "Travel", "TravelTable", "WayHome", "open_travel"]
