// RoomTesting
