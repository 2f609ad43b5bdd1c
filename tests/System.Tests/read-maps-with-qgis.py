"""Opens the maps in QGIS, as a person would who adds a layer, and writes what QGIS sees as JSON.

    python3 read-maps-with-qgis.py http://127.0.0.1:5080/ogc

Needs python3-qgis.
"""
import json
import os
import sys
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsVectorTileLayer  # noqa: E402
from qgis.core import QgsCoordinateTransformContext, QgsMapRendererParallelJob, QgsMapSettings, QgsCoordinateReferenceSystem  # noqa: E402
from PyQt5.QtCore import QSize  # noqa: E402
from PyQt5.QtGui import QColor  # noqa: E402

ROOT = sys.argv[1]
COLLECTIONS = ("zones", "lines", "incidents", "tracks", "positions")


def features(collection):
    layer = QgsVectorLayer(f"url='{ROOT}' typename='{collection}'", collection, "OAPIF")
    if not layer.isValid():
        return {"valid": False, "error": layer.error().message()}
    there = [feature for feature in layer.getFeatures()]
    box = QgsFeatureRequest().setFilterRect(QgsRectangle(0, 50, 1, 51))
    return {
        "valid": True,
        "crs": layer.crs().authid(),
        "fields": [field.name() for field in layer.fields()],
        "features": len(there),
        "validGeometries": sum(1 for f in there if f.geometry().isGeosValid()),
        "elsewhere": sum(1 for _ in layer.getFeatures(box)),
    }


def drawn(collection):
    """How many pixels of a map of Idlib and around the tiles of a collection colour."""
    with urllib.request.urlopen(f"{ROOT}/collections/{collection}/tiles/WebMercatorQuad/tilejson") as answer:
        tiles = json.load(answer)
    layer = QgsVectorTileLayer(f"type=xyz&url={tiles['tiles'][0]}&zmin={tiles['minzoom']}&zmax={tiles['maxzoom']}", collection)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setOutputSize(QSize(400, 400))
    settings.setExtent(QgsRectangle(3950000, 4150000, 4200000, 4400000))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    white = QColor(255, 255, 255).rgb()
    return {"valid": layer.isValid(), "coloured": sum(1 for x in range(400) for y in range(400) if image.pixel(x, y) != white)}


application = QgsApplication([], False)
application.initQgis()
told = {
    "features": {collection: features(collection) for collection in COLLECTIONS},
    "tiles": {collection: drawn(collection) for collection in COLLECTIONS},
}
print("TOLD " + json.dumps(told))
sys.stdout.flush()
# QGIS takes long to go, and may fall over itself.
os._exit(0)
