"""Map shells made with folium, when content changes; never while a request is answered."""
