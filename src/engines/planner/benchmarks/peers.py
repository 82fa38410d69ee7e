"""Other solvers on one orienteering instance: `peers.py pyvrp|ortools|vroom`, the instance as JSON on standard input
(way: tenths between all places, depot first; service, opens, closes, profit; teams; seconds), routes as JSON out."""

import json
import sys


def pyvrp(it):
    from pyvrp import Model
    from pyvrp.stop import MaxRuntime

    model = Model()
    count = len(it["way"])
    places = [model.add_location(x=0, y=0) for _ in range(count)]
    model.add_depot(places[0])
    # A point of profit outweighs any way, so that profit comes first.
    for at in range(1, count):
        model.add_client(
            places[at],
            service_duration=it["service"][at],
            tw_early=it["opens"][at],
            tw_late=it["closes"][at],
            prize=it["profit"][at] * 10_000,
            required=False,
        )
    model.add_vehicle_type(num_available=it["teams"], tw_early=it["opens"][0], tw_late=it["closes"][0])
    for a in range(count):
        for b in range(count):
            if a != b:
                model.add_edge(places[a], places[b], distance=it["way"][a][b], duration=it["way"][a][b])
    best = model.solve(stop=MaxRuntime(it["seconds"]), seed=1, display=False).best
    # Clients are written C0, C1, …: one less than the place.
    return [[int(word[1:]) + 1 for word in str(route).split() if word[0] == "C"] for route in best.routes()]


def ortools(it):
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    count = len(it["way"])
    manager = pywrapcp.RoutingIndexManager(count, it["teams"], 0)
    routing = pywrapcp.RoutingModel(manager)

    def way(a, b):
        return it["way"][manager.IndexToNode(a)][manager.IndexToNode(b)]

    def time(a, b):
        here = manager.IndexToNode(a)
        return it["service"][here] + it["way"][here][manager.IndexToNode(b)]

    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitCallback(way))
    routing.AddDimension(routing.RegisterTransitCallback(time), it["closes"][0], it["closes"][0], False, "time")
    dimension = routing.GetDimensionOrDie("time")
    for at in range(1, count):
        index = manager.NodeToIndex(at)
        dimension.CumulVar(index).SetRange(it["opens"][at], min(it["closes"][at], it["closes"][0]))
        routing.AddDisjunction([index], it["profit"][at] * 10_000)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    settings.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    settings.time_limit.FromMilliseconds(int(it["seconds"] * 1000))
    found = routing.SolveWithParameters(settings)
    routes = []
    for team in range(it["teams"]):
        at, route = routing.Start(team), []
        while found and not routing.IsEnd(at):
            if manager.IndexToNode(at) > 0:
                route.append(manager.IndexToNode(at))
            at = found.Value(routing.NextVar(at))
        routes.append(route)
    return routes


def vroom(it):
    import datetime

    import numpy
    import vroom as library

    count = len(it["way"])
    model = library.Input()
    model.set_durations_matrix("car", numpy.array(it["way"], dtype=numpy.uint32))
    window = library.TimeWindow(it["opens"][0], it["closes"][0])
    for team in range(it["teams"]):
        model.add_vehicle(library.Vehicle(team + 1, start=0, end=0, time_window=window))
    # Priorities reach 100; no profit here is higher.
    for at in range(1, count):
        windows = [library.TimeWindow(it["opens"][at], it["closes"][at])]
        model.add_job(
            library.Job(at, location=at, default_service=it["service"][at], priority=it["profit"][at], time_windows=windows)
        )
    limit = datetime.timedelta(seconds=it["seconds"])
    found = model.solve(exploration_level=5, nb_threads=1, timeout=limit)
    routes = {}
    for row in found.routes.to_dict("records"):
        if row["type"] == "job":
            routes.setdefault(row["vehicle_id"], []).append(int(row["id"]))
    return list(routes.values())


if __name__ == "__main__":
    solve = {"pyvrp": pyvrp, "ortools": ortools, "vroom": vroom}[sys.argv[1]]
    print("\n" + json.dumps(solve(json.load(sys.stdin))))
